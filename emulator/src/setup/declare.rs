//! Declares places and operations: where they are, what they lead to, what is above and below them.

use http::Method;

use super::{Declaration, Setting, SetupError, Spot};
use crate::declared::{Declared, Kind, Tracking};
use crate::monitor::{self, LongRunning};
use crate::operation::{Handler, Operation, bare_name};
use crate::route;
use crate::template::{Segment, Template};
use crate::upload::{UploadPlace, UploadStyle};

/// How many items a page has unless told otherwise.
const PAGE_SIZE: usize = 100;

/// How many changes of a relation are told in one piece unless told otherwise.
const PIECE: usize = 20;

/// Declares all places.
pub(crate) fn declare(spots: Vec<(Spot, Declaration)>) -> Result<Vec<Declared>, SetupError> {
    let mut declared: Vec<Declared> = Vec::new();
    let mut targets = Vec::new();
    for (spot, declaration) in spots {
        let (kind, names) = match declaration {
            Declaration::Kind(kind) => (kind, None),
            Declaration::References(names) => (Kind::References(Vec::new()), Some(names)),
            Declaration::Reference(names) => (Kind::Reference(Vec::new()), Some(names)),
            Declaration::Union(names) => (Kind::Union(Vec::new()), Some(names)),
        };
        let index = place(&mut declared, &spot, kind)?;
        targets.extend(names.map(|names| (index, spot, names)));
    }
    // Unions first: the others may lead to what they unite.
    targets.sort_by_key(|(index, ..)| !matches!(declared[*index].kind, Kind::Union(_)));
    for (index, spot, names) in targets {
        let is_union = matches!(declared[index].kind, Kind::Union(_));
        let found = find_targets(&declared, &spot, &names, is_union)?;
        if let Kind::References(targets) | Kind::Reference(targets) | Kind::Union(targets) = &mut declared[index].kind {
            *targets = found;
        }
    }
    for index in 0..declared.len() {
        let Declared { version, template, .. } = &declared[index];
        declared[index].parents = route::parents(&declared, version, template);
        declared[index].relations = relations(&declared, &declared[index]);
    }
    for index in 0..declared.len() {
        // What is below any directory object is below a user.
        if let Kind::Union(united) = &declared[index].kind {
            let (united, inherited) = (united.clone(), declared[index].relations.clone());
            for member in united {
                let added = inherited.iter().filter(|(name, _)| declared[member].relation(name).is_none());
                let added: Vec<_> = added.cloned().collect();
                declared[member].relations.extend(added);
            }
        }
    }
    Ok(declared)
}

/// Declares one place. A collection that is something else as well, such as a relation, is that.
fn place(declared: &mut Vec<Declared>, spot: &Spot, kind: Kind) -> Result<usize, SetupError> {
    let (version, template) = (spot.version()?, spot.template()?);
    if let Some(index) = route::position(declared, version, template.segments()) {
        match (&declared[index].kind, &kind) {
            (_, Kind::Items) => {}
            (Kind::Items, _) => declared[index].kind = kind,
            _ => return Err(spot.error("two things are declared for this template")),
        }
        return Ok(index);
    }
    declared.push(Declared {
        version,
        template,
        kind,
        traits: Vec::new(),
        unique: Vec::new(),
        alternate_keys: Vec::new(),
        odata_type: None,
        page_size: PAGE_SIZE,
        delta: None,
        piece: PIECE,
        parents: Vec::new(),
        relations: Vec::new(),
    });
    Ok(declared.len() - 1)
}

/// The collections that a relation leads to, or that a union is made of.
fn find_targets(
    declared: &[Declared],
    spot: &Spot,
    names: &[String],
    is_union: bool,
) -> Result<Vec<usize>, SetupError> {
    let mut targets = Vec::new();
    for name in names {
        let target = Spot { version: spot.version.clone(), path: name.clone() }.position(declared)?;
        match &declared[target].kind {
            Kind::Items | Kind::Generated(..) if is_union && has_keys(&declared[target].template) => {
                return Err(spot.error(format_args!("`{name}` is not one collection, but one for each parent")));
            }
            Kind::Items | Kind::Generated(..) => targets.push(target),
            Kind::Union(united) => targets.extend(united),
            _ => return Err(spot.error(format_args!("`{name}` is no collection that it could lead to"))),
        }
    }
    Ok(targets)
}

fn has_keys(template: &Template) -> bool {
    template.segments().iter().any(|segment| matches!(segment, Segment::Key))
}

/// What is declared below the items of `parent`.
fn relations(declared: &[Declared], parent: &Declared) -> Vec<(String, usize)> {
    let is_single = matches!(parent.kind, Kind::Singleton(_));
    let below = declared.iter().enumerate().filter(|(_, place)| place.version == parent.version);
    below
        .filter(|(_, place)| place.has_types())
        .filter_map(|(index, place)| Some((place.template.name_below(&parent.template, is_single)?.to_owned(), index)))
        .collect()
}

/// Says something of what is declared.
pub(crate) fn set(declared: &mut [Declared], settings: Vec<(Spot, Setting)>) -> Result<(), SetupError> {
    for (spot, setting) in settings {
        let index = spot.position(declared)?;
        let drive = match &setting {
            Setting::DriveDelta(items) => Some(items_of_drive(declared, &spot, index, items)?),
            _ => None,
        };
        let place = &mut declared[index];
        match setting {
            Setting::Unique(property) => place.unique.push(property),
            Setting::AlternateKey(property) => place.alternate_keys.push(property),
            Setting::Type(name) => place.odata_type = Some(name),
            Setting::PageSize(0) => return Err(spot.error("a page has at least one item")),
            Setting::PageSize(size) => place.page_size = size,
            Setting::Delta if !matches!(place.kind, Kind::Items) => {
                return Err(spot.error("only of a collection that has items of its own are changes known"));
            }
            Setting::Delta => place.delta = Some(Tracking { items: index, is_drive: false }),
            Setting::DriveDelta(_) => place.delta = drive.map(|items| Tracking { items, is_drive: true }),
            Setting::Piece(0) => return Err(spot.error("a piece has at least one change")),
            Setting::Piece(size) => place.piece = size,
            Setting::Trait(one) => place.traits.push(one),
        }
    }
    Ok(())
}

/// The collection of a drive's items, which has the same keys as its root.
fn items_of_drive(declared: &[Declared], spot: &Spot, root: usize, items: &str) -> Result<usize, SetupError> {
    let items = Spot { version: spot.version.clone(), path: items.to_owned() }.position(declared)?;
    let keys = |index: usize| {
        declared[index].template.segments().iter().filter(|segment| matches!(segment, Segment::Key)).count()
    };
    if !matches!(declared[items].kind, Kind::Items) || keys(items) != keys(root) {
        return Err(spot.error("what a drive has is a collection with the keys of its root"));
    }
    Ok(items)
}

/// Declares the operations.
pub(crate) fn operations(
    declared: &[Declared],
    operations: Vec<(Method, Spot, Handler)>,
) -> Result<Vec<Operation>, SetupError> {
    let operations = operations.into_iter().map(|(method, spot, handler)| {
        // Parentheses are how functions are written in documents.
        let path = spot.path.strip_suffix("()").unwrap_or(&spot.path);
        let spot = Spot { path: path.to_owned(), ..spot };
        let (version, template) = (spot.version()?, spot.template()?);
        let parents = route::parents(declared, version, &template);
        let name = bare_name(template.name()).to_owned();
        Ok(Operation { method, version, above: template.above(), name, parents, handler })
    });
    operations.collect()
}

/// Declares what takes long.
pub(crate) fn long_running(declared: Vec<(Method, Spot, LongRunning)>) -> Result<Vec<monitor::Declared>, SetupError> {
    let declared = declared.into_iter().map(|(method, spot, how)| {
        monitor::declare(method, &spot.version, &spot.path, how).map_err(|what| spot.error(what))
    });
    declared.collect()
}

/// Declares where sessions of uploads are created.
pub(crate) fn uploads(places: Vec<(Spot, UploadStyle)>) -> Result<Vec<UploadPlace>, SetupError> {
    let places = places
        .into_iter()
        .map(|(spot, style)| UploadPlace::new(spot.version()?, &spot.path, style).map_err(|what| spot.error(what)));
    places.collect()
}
