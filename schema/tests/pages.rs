//! The reader of reference pages, over the pages of the folder.
#![cfg(feature = "import")]

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use self::support::Crate;
use graph_entity_schema::Schema;
use graph_entity_schema::page::{self, Options, Output, Page};

/// The pages, with the version for those that do not tell it.
const PAGES: [(&str, Option<&str>); 6] = [
    ("create-userRunStates", None),
    ("device-compliance-partner", None),
    ("named-location", None),
    ("contact", None),
    ("group", None),
    ("role-assignment", Some("v1.0")),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(format!("{name}.md"))).expect("a page")
}

fn read(name: &str) -> Page {
    page::read(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn options(version: Option<&str>) -> Options {
    Options { version: version.map(str::to_owned), ..Options::default() }
}

fn run(name: &str, version: Option<&str>) -> Output {
    page::run(&text(name), &options(version)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What is written, all of it, for each page. Bless by `UPDATE_EXPECT=1`.
#[test]
fn what_is_written_is_as_expected() {
    for (name, version) in PAGES {
        let output = run(name, version);
        let notes: Vec<String> = output.notes.iter().map(|note| format!("// {note}\n")).collect();
        let written = format!("{}{}\n{}", notes.concat(), output.rust, output.test);
        assert!(!written.contains("TODO"), "{name}");
        expect_test::expect_file![folder().join(format!("{name}.rs"))].assert_eq(&written);
        let slice = graph_entity_schema::write(&output.slice);
        expect_test::expect_file![folder().join(format!("{name}.xml"))].assert_eq(&slice);
    }
}

/// The list says what a page has yet to do, and goes before what it has.
#[test]
fn the_list_of_permissions_fills_the_key() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/permissions/permissions.json");
    let Ok(list) = std::fs::read_to_string(&path) else {
        println!("skipped: ../shared has no list of permissions here");
        return;
    };
    let permissions = Some(graph_entity_schema::permissions::read(&list).expect("a list"));
    let options = Options { permissions, ..Options::default() };
    let rust = |name: &str| page::run(&text(name), &options).expect("an entity").rust;
    // All three collections agree.
    let seed = rust("create-userRunStates");
    let key = "/userRunStates\",
    permission(
        create = \"DeviceManagementConfiguration.ReadWrite.All\",
        get = \"DeviceManagementConfiguration.Read.All\",";
    assert!(seed.contains(key), "{seed}");
    let role = page::run(&text("role-assignment"), &Options { version: Some("v1.0".to_owned()), ..options.clone() });
    let role = role.expect("an entity").rust;
    let key = "    collection(
        path = \"roleManagement/directory/roleAssignments\",
        permission(
            create = \"RoleManagement.ReadWrite.Directory\",";
    assert!(role.contains(key), "{role}");
    // What the key says by the list, the documentation does not say by the page.
    let group = rust("group");
    assert!(
        group.contains("        create(delegated = \"Group.ReadWrite.All\", application = \"Group.Create\"),"),
        "{group}"
    );
    assert!(group.contains("/// More than needed to create (application): `Group.ReadWrite.All`."), "{group}");
    assert!(!group.contains("Permission to create"), "{group}");
}

/// The key holds what is needed at once, and a kind that it has no place for is told.
#[test]
fn the_table_of_permissions_is_the_key() {
    let group = text("group").replace("|Delegated (personal Microsoft account) | Not supported.    |", "");
    let with = |rows: &str| {
        let (before, _) = group.split_once("|Delegated").expect("rows");
        let (_, after) = group.split_once("\n## HTTP").expect("a section");
        page::run(&format!("{before}{rows}\n\n## HTTP{after}"), &options(None)).expect("an entity").rust
    };
    let cases = [
        (
            "|Delegated (work or school account)|A.Read and B.Manage, C.All|\n|Application|A.Read and B.Manage|",
            "permission(create = \"A.Read, B.Manage\")",
            "/// More than needed to create (work or school account): `C.All`.",
        ),
        (
            "|Delegated (work or school account)|A.All|\n|Delegated (personal Microsoft account)|P.All|",
            "permission(create(delegated = \"A.All\"))",
            "/// Permission to create (personal account): `P.All`.",
        ),
        ("|Delegated (personal Microsoft account)|P.All|", "permission(create(delegated = \"P.All\"))", ""),
        ("|Application|A.All (for users)|", "", "/// Permission to create (application): `A.All (for users)`."),
    ];
    for (rows, key, docs) in cases {
        let rust = with(rows);
        assert!(rust.contains(key) && rust.contains(docs), "{rust}");
        assert_eq!(
            (rust.contains("permission("), rust.contains("to create")),
            (!key.is_empty(), !docs.is_empty()),
            "{rust}"
        );
    }
}

/// A crate of all that is written compiles without warnings, `rustfmt` would change nothing, and its tests, which are the samples of the pages, pass.
#[test]
fn what_is_written_compiles_and_its_tests_pass() {
    let modules = PAGES.map(|(name, version)| {
        let module = name.replace('-', "_").to_lowercase();
        let options = Options { schema: Some(slice_of(&module)), ..options(version) };
        let output = page::run(&text(name), &options).unwrap_or_else(|error| panic!("{name}: {error}"));
        (module, output)
    });
    check("pages", &modules);
}

/// The same for the creates in the samples of the whole reference, as pages of this kind would have it: with the types of
/// the metadata in a table where it knows the entity, and without a table else. All are written; an eighth is built,
/// unless `ALL_SAMPLES` is set.
#[test]
fn every_create_of_the_reference_gives_a_test_that_passes() {
    let Some((rows, schema)) = shared() else { return };
    let mut modules = Vec::new();
    for (number, row) in rows.lines().enumerate() {
        let row: serde_json::Value = serde_json::from_str(row).expect("a row");
        let page = page_of(&row, &schema);
        // Of some the URL does not tell the version.
        let version = row.get("version").and_then(serde_json::Value::as_str);
        let module = format!("sample_{number}");
        let run = |version| page::run(&page, &Options { schema: Some(slice_of(&module)), ..options(version) });
        match run(None).or_else(|_| run(version)) {
            Ok(output) => {
                agrees(&output.slice, &schema);
                modules.push((module, output));
            }
            Err(error) => println!("{}: {error}", row.get("id").unwrap_or_default()),
        }
    }
    println!("{} of {} rows", modules.len(), rows.lines().count());
    // The others have no type, or a path that is encoded, which no page has.
    assert_eq!(rows.lines().count() - modules.len(), 8);
    let step = if std::env::var_os("ALL_SAMPLES").is_some() { 1 } else { 8 };
    let modules: Vec<_> = modules.into_iter().step_by(step).collect();
    check("samples", &modules);
}

/// The samples, and the metadata of v1.0.
fn shared() -> Option<(String, Schema)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let read = |path: &str| std::fs::read_to_string(shared.join(path));
    let (Ok(rows), Ok(csdl)) = (read("corpus/creates.ndjson"), read("csdl/graph-v1.0.csdl")) else {
        println!("skipped: ../shared has no samples here");
        return None;
    };
    Some((rows, graph_entity_schema::read(&csdl).expect("metadata")))
}

fn page_of(row: &serde_json::Value, schema: &Schema) -> String {
    let text = |name: &str| row.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
    let json = |name: &str| row.get(name).map(|json| format!("{json:#}")).unwrap_or_default();
    let (ty, url) = (text("type"), text("url"));
    let (namespace, name) = ty.rsplit_once('.').unwrap_or_default();
    let sent = row.get("request").and_then(|body| body.get("@odata.type")).and_then(serde_json::Value::as_str);
    let sent = sent.map_or(ty, |sent| sent.trim_start_matches('#'));
    let mut page = format!(
        "# Create {name}\n\nNamespace: {namespace}\n\n## HTTP request\n``` http\nPOST {url}\n```\n\n\
         ## Request body\nThe properties of a [{name}](../resources/{name}.md).\n\n"
    );
    if schema.structured(sent).is_some() {
        page.push_str("|Property|Type|Description|\n|:---|:---|:---|\n");
        for property in schema.properties(sent) {
            let name = property.ty.name.strip_prefix("Edm.").unwrap_or(&property.ty.name);
            let many = if property.ty.is_collection { " collection" } else { "" };
            let members = schema.enum_type(&property.ty.name).map(|ty| {
                let members = ty.members.iter().map(|member| format!("`{}`", member.name)).collect::<Vec<_>>();
                format!("Possible values are: {}.", members.join(", "))
            });
            let _ = writeln!(page, "|{}|{name}{many}|{}|", property.name, members.unwrap_or_default());
        }
    }
    let _ = write!(
        page,
        "\n## Example\n\n### Request\n``` http\nPOST {url}\nContent-type: application/json\n\n{}\n```\n\n\
         ### Response\n``` http\nHTTP/1.1 201 Created\n\n{}\n```\n",
        json("request"),
        json("response")
    );
    page
}

/// What a slice says of a property is what the metadata says.
fn agrees(slice: &Schema, metadata: &Schema) {
    for ty in slice.types.iter().filter_map(|ty| slice.structured(ty.name())) {
        for property in &ty.properties {
            let Some(known) = metadata.property(&ty.name, &property.name) else { continue };
            assert_eq!(known.ty.name, property.ty.name, "{}/{}", ty.name, property.name);
            assert_eq!(known.ty.is_collection, property.ty.is_collection, "{}/{}", ty.name, property.name);
        }
    }
}

/// Makes a crate of the modules, each compared with its slice, and looks at its format, its tests and its documentation.
fn check(crate_name: &str, modules: &[(String, Output)]) {
    let made = Crate::new(crate_name);
    let mut lib = "//! All pages.\n#![deny(warnings, rustdoc::all)]\n".to_owned();
    let mut paths = Vec::new();
    for (module, output) in modules {
        let _ = writeln!(lib, "pub mod {module};");
        paths.push(made.write(&format!("src/{module}.rs"), &format!("{}\n{}", output.rust, output.test)));
        made.write(&slice_of(module), &graph_entity_schema::write(&output.slice));
    }
    made.write("src/lib.rs", &lib);
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--check", "--edition", "2024", "--config", "max_width=100,use_small_heuristics=Default"]);
    let formatted = rustfmt.args(paths).output().expect("rustfmt runs");
    assert!(formatted.status.success(), "{}", String::from_utf8_lossy(&formatted.stdout));
    let tests = made.succeed(&["test", "--quiet", "--lib"]);
    assert!(tests.contains(&format!(" {} passed", modules.len())), "{tests}");
    made.succeed(&["doc", "--quiet", "--no-deps"]);
}

/// Where the slice of a module is.
fn slice_of(module: &str) -> String {
    format!("metadata/{module}.xml")
}

/// The struct of the first page is compared with the slice of the page: a wrong name is told at the field, with the right one.
#[test]
fn a_wrong_name_does_not_compile() {
    let options = Options { schema: Some(slice_of("seed")), ..Options::default() };
    let output = page::run(&text("create-userRunStates"), &options).expect("an entity");
    assert!(output.rust.contains("    schema = \"metadata/seed.xml\",\n"), "{}", output.rust);
    let made = Crate::new("wrong");
    made.write(&slice_of("seed"), &graph_entity_schema::write(&output.slice));
    let check = |rust: &str| {
        made.write("src/lib.rs", rust);
        made.cargo(&["check", "--quiet"])
    };
    let (success, shown) = check(&output.rust);
    assert!(success && shown.is_empty(), "{shown}");
    let (success, shown) = check(&output.rust.replace("success_device_count", "sucess_device_count"));
    let message = "`microsoft.graph.deviceManagementScriptUserState` has no property `sucessDeviceCount` in the metadata; did \
                   you mean `successDeviceCount`?";
    assert!(!success && shown.contains(message), "{shown}");
    let field = "    pub sucess_device_count: i32,\n   |         ^^^^^^^^^^^^^^^^^^^\n";
    assert!(shown.contains(field) && shown.contains("due to 1 previous error"), "{shown}");
}

/// The page that the project was made from gives the struct of its design.
#[test]
fn the_first_page() {
    let page = read("create-userRunStates");
    assert_eq!(page.entity, "microsoft.graph.deviceManagementScriptUserState");
    assert_eq!(page.version(), Some("beta"));
    let paths: Vec<&str> = page.requests.iter().map(|request| request.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "deviceManagement/deviceShellScripts/{deviceShellScriptId}/userRunStates",
            "deviceManagement/deviceManagementScripts/{deviceManagementScriptId}/userRunStates",
            "deviceManagement/deviceCustomAttributeShellScripts/{deviceCustomAttributeShellScriptId}/userRunStates",
        ]
    );
    let sample = page.sample.expect("a sample");
    let response = sample.response.expect("an answer");
    assert_eq!(response.status, 201);
    // The page has it behind the blank line.
    assert_eq!(response.headers, [("Content-Type".to_owned(), "application/json".to_owned())]);
    assert!(response.body.is_some_and(|body| body.get("id").is_some()));
    // It is there, but to do.
    assert_eq!(page.permissions, Some(page::Permissions::default()));
}

#[test]
fn the_parts_of_a_page() {
    let page = read("named-location");
    let permissions = page.permissions.expect("a table");
    let work = permissions.delegated_work.expect("permissions");
    assert_eq!(work.least, "Policy.ReadWrite.ConditionalAccess");
    assert_eq!(work.others, ["Policy.Read.All and Policy.Manage.All"]);
    assert_eq!(permissions.delegated_personal, None);
    assert_eq!(permissions.application.expect("permissions").others, [""; 0]);
    let names: Vec<&str> = page.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["countriesAndRegions", "displayName"]);

    // "From most to least": the least one is the last.
    let page =
        text("named-location").replace("Least privileged permissions", "Permissions (from most to least privileged)");
    let page =
        page::read(&page.replace("| Policy.ReadWrite.ConditionalAccess |", "| A.All, B.Read |")).expect("a page");
    let work = page.permissions.and_then(|permissions| permissions.application).expect("permissions");
    assert_eq!((work.least.as_str(), work.others), ("B.Read", vec!["A.All".to_owned()]));
}

#[test]
fn the_version_is_given_or_in_the_sample() {
    let page = read("role-assignment");
    assert_eq!(page.version(), None);
    assert_eq!(
        page.facts(&options(None)).expect_err("no version").to_string(),
        "the page, section \"Example\": no URL of a sample tells the version of the API; give it: `--version v1.0` or \
         `--version beta`"
    );
    assert_eq!(page.facts(&options(Some("beta"))).expect("an entity").version, "beta");
    assert_eq!(read("contact").facts(&options(Some("beta"))).expect("an entity").version, "beta");
}

#[test]
fn a_sample_of_another_path_is_told() {
    let page = text("group").replace("v1.0/groups", "v1.0/teams");
    let output = page::run(&page, &options(None)).expect("an entity");
    let note =
        "no `POST` line is that of the sample, `https://graph.microsoft.com/v1.0/teams`; the test takes `groups`";
    assert!(output.notes.iter().any(|told| told == note), "{:?}", output.notes);
}

/// Each tells the section and the line.
#[test]
fn what_is_no_page_that_creates() {
    let first = text("create-userRunStates");
    let sent = "\"successDeviceCount\": \"Integer\",\n  \"errorDeviceCount\": \"Integer\",\n  \"userPrincipalName\": \"String\"\n}\n```\n\n\n###";
    assert!(first.contains(sent));
    let cases = [
        (String::new(), "the page: there is no title (`# Create …`): is it a reference page in Markdown?"),
        (
            first.replace("POST /", "GET /"),
            "line 31, section \"HTTP request\": there is no `POST` line, but `GET`: only pages that create are read",
        ),
        (
            "# Create x\n\n## HTTP request\nSoon.\n".to_owned(),
            "line 3, section \"HTTP request\": there is no code with a line such as `POST /users`",
        ),
        (
            "# Create x\n".to_owned(),
            "the page, section \"HTTP request\": there is no code with a line such as `POST /users`",
        ),
        (
            first.replace(sent, &sent.replace("\"Integer\",\n  \"user", "\"Integer\"\n  \"user")),
            "line 77, section \"Examples\": the body is no JSON: expected `,` or `}`; correct it in the page",
        ),
        (
            "# Add\n\n## HTTP request\n```\nPOST /x\n```\n## Request body\nNone.\n".to_owned(),
            "line 7, section \"Request body\": the page does not say of which type the body is: link to the type's page, \
             or give the sample an `@odata.type`",
        ),
        (
            "# Create x\n\n## HTTP request\n```\nPOST /x\n```\n## Request body\nNone.\n".to_owned(),
            "line 7, section \"Request body\": there is neither a table of properties nor a sample with a body",
        ),
        (
            first.replace("POST /deviceManagement/", "POST /deviceManagement/{}/"),
            "line 33, section \"HTTP request\": no `POST` line has a path that a collection can have",
        ),
    ];
    for (page, message) in cases {
        assert_eq!(page::run(&page, &options(None)).expect_err(message).to_string(), message);
    }
}

/// Whatever is missing, it is an error at most.
#[test]
fn pages_that_are_cut_short_do_not_panic() {
    for (name, _) in PAGES {
        let page = text(name);
        for at in (0..page.len()).step_by(3).filter(|at| page.is_char_boundary(*at)) {
            let (start, end) = page.split_at(at);
            for part in [start, end] {
                if let Ok(output) = page::run(part, &options(Some("v1.0"))) {
                    assert!(!output.rust.is_empty() && !output.test.is_empty(), "{name} at {at}");
                }
            }
        }
        let lines: Vec<&str> = page.lines().collect();
        for left_out in 0..lines.len() {
            let mut some = lines.clone();
            some.remove(left_out);
            let _ = page::run(&some.join("\n"), &options(Some("v1.0")));
        }
    }
}
