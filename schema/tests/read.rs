//! Reading documents: what each part becomes, and what is wrong with those that are none.

use expect_test::{Expect, expect};
use graph_entity_schema::model::{Expression, Schema};
use graph_entity_schema::read;

/// A document with these elements in its `DataServices`.
fn document(schemas: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
{schemas}
</edmx:DataServices></edmx:Edmx>"#
    )
}

fn schema(schemas: &str) -> Schema {
    read(&document(schemas)).expect("it is a document")
}

/// Graph's own: two namespaces, and the alias `self` of one of them used in the other.
const ALIASES: &str = r#"
<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
  <EntityType Name="alert" BaseType="graph.entity"/>
  <EntityType Name="security" BaseType="microsoft.graph.entity" OpenType="true">
    <NavigationProperty Name="alerts" Type="Collection(graph.alert)" ContainsTarget="true"/>
    <NavigationProperty Name="alerts_v2" Type="Collection(self.alert)" ContainsTarget="true"/>
  </EntityType>
  <EntityType Name="special" BaseType="graph.security" HasStream="true"/>
</Schema>
<Schema Namespace="microsoft.graph.security" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="alert" BaseType="graph.entity"><Property Name="severity" Type="self.severity"/></EntityType>
  <EnumType Name="severity"><Member Name="low" Value="-1"/><Member Name="high"/></EnumType>
  <Annotations Target="microsoft.graph.security/alerts_v2">
    <Annotation Term="Org.OData.Core.V1.Description" String="New &amp; &lt;better&gt;"/>
  </Annotations>
  <Annotations Target="self.alert/severity"><Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/></Annotations>
</Schema>"#;

#[test]
fn an_alias_holds_for_the_whole_document() {
    let schema = schema(ALIASES);
    let ty = |name| &schema.navigation("microsoft.graph.security", name).expect("it is there").ty;
    assert_eq!(ty("alerts").name, "microsoft.graph.alert");
    assert_eq!(ty("alerts_v2").name, "microsoft.graph.security.alert");
    assert!(ty("alerts_v2").is_collection);
}

#[test]
fn annotations_elsewhere_reach_what_they_are_about() {
    let schema = schema(ALIASES);
    let alerts = schema.navigation("microsoft.graph.security", "alerts_v2").expect("it is there");
    assert_eq!(alerts.annotations.description().as_deref(), Some("New & <better>"));
    assert!(alerts.contains_target);
    let severity = schema.property("microsoft.graph.security.alert", "severity").expect("it is there");
    assert!(severity.annotations.is_computed() && !severity.annotations.is_immutable());
}

#[test]
fn what_a_type_inherits() {
    let schema = schema(ALIASES);
    let special = "microsoft.graph.special";
    let chain: Vec<_> = schema.chain(special).map(|ty| &*ty.name).collect();
    assert_eq!(chain, ["microsoft.graph.special", "microsoft.graph.security", "microsoft.graph.entity"]);
    assert_eq!(schema.key(special), ["id"]);
    assert!(!schema.property(special, "id").expect("inherited").ty.nullable);
    let ty = schema.structured(special).expect("it is there");
    assert!(ty.is_open && ty.has_stream && ty.is_entity && !ty.is_abstract);
    assert!(schema.is_a(special, "microsoft.graph.entity") && !schema.is_a("microsoft.graph.entity", special));
    let below: Vec<_> = schema.subtypes("microsoft.graph.entity").iter().map(|ty| &*ty.name).collect();
    let near = ["microsoft.graph.alert", "microsoft.graph.security", "microsoft.graph.security.alert"];
    assert_eq!(below, [&near[..], &[special]].concat());
}

#[test]
fn members_count_on() {
    let schema = schema(ALIASES);
    let severity = schema.enum_type("microsoft.graph.security.severity").expect("it is there");
    let members: Vec<_> = severity.members.iter().map(|member| (&*member.name, member.value)).collect();
    assert_eq!(members, [("low", -1), ("high", 0)]);
    assert!(!severity.is_flags && severity.underlying == "Edm.Int32");
}

#[test]
fn operations_overloads_and_their_annotations() {
    let schema = schema(
        r#"<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <Function Name="delta" IsBound="true"><Parameter Name="bindingParameter" Type="Collection(graph.user)"/>
    <ReturnType Type="Collection(graph.user)"/></Function>
  <Function Name="delta" IsBound="true"><Parameter Name="bindingParameter" Type="Collection(graph.user)"/>
    <Parameter Name="token" Type="Edm.String" Nullable="false"/><ReturnType Type="Collection(graph.user)"/></Function>
  <Action Name="sendMail" IsBound="true"><Parameter Name="bindingParameter" Type="graph.user"/>
    <Parameter Name="Message" Type="graph.message" Nullable="false"/></Action>
  <Annotations Target="graph.delta(Collection(graph.user),Edm.String)/token">
    <Annotation Term="Org.OData.Core.V1.OptionalParameter"><Record/></Annotation></Annotations>
</Schema>"#,
    );
    let deltas: Vec<_> = schema.operations("delta").collect();
    assert_eq!(deltas.len(), 2);
    assert!(deltas.iter().all(|delta| delta.is_function && delta.is_bound));
    assert!(deltas[1].parameters[1].annotations.is_optional_parameter());
    let [mail] = schema.operations("microsoft.graph.sendMail").collect::<Vec<_>>()[..] else { panic!("one") };
    assert!(!mail.is_function && mail.returns.is_none());
    assert_eq!(mail.parameters[1].ty.name, "microsoft.graph.message");
}

#[test]
fn values_of_annotations() {
    let schema = schema(
        r#"<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="thing">
    <Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>
      <PropertyValue Property="Date" Date="2021-08-24"/><PropertyValue Property="Kind" EnumMember="graph.kind/Old graph.kind/Bad"/>
    </Record></Collection></Annotation>
    <Annotation Term="a.long" Qualifier="q"><String>one &#x41; two</String></Annotation>
    <Annotation Term="a.tag"/><Annotation Term="a.path" PropertyPath="x/y"/><Annotation Term="a.number" Int="-5"/>
    <Annotation Term="a.dynamic"><If><Bool>true</Bool></If></Annotation>
  </ComplexType>
</Schema>"#,
    );
    let annotations = &schema.structured("microsoft.graph.thing").expect("it is there").annotations;
    let kinds = ["microsoft.graph.kind/Old", "microsoft.graph.kind/Bad"].map(str::to_owned).to_vec();
    let record = vec![
        ("Date".to_owned(), Expression::Constant("Date", "2021-08-24".to_owned())),
        ("Kind".to_owned(), Expression::EnumMember(kinds)),
    ];
    let revisions = Expression::Collection(vec![Expression::Record(record)]);
    assert_eq!(annotations.get("Org.OData.Core.V1.Revisions"), Some(&revisions));
    assert_eq!(annotations.get("a.long"), Some(&Expression::Text("one A two".to_owned())));
    assert_eq!(annotations.get("a.tag"), Some(&Expression::Bool(true)));
    assert_eq!(annotations.get("a.path"), Some(&Expression::Path("PropertyPath", "x/y".to_owned())));
    assert_eq!(annotations.get("a.number"), Some(&Expression::Int(-5)));
    assert_eq!(annotations.get("a.dynamic"), Some(&Expression::Other("If".to_owned())));
}

/// Reads `text`, and compares what is said about it.
#[track_caller]
fn fails(text: &str, said: &Expect) {
    said.assert_eq(&read(text).expect_err("it is none").to_string());
}

#[track_caller]
fn fails_in(elements: &str, said: &Expect) {
    let schema = "<Schema Namespace=\"microsoft.graph\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">\n";
    fails(&document(&format!("{schema}{elements}\n</Schema>")), said);
}

#[test]
fn what_is_no_document() {
    fails("", &expect!["line 1, column 1: the document ends before it is complete"]);
    fails("{\"error\": {}}", &expect!["line 1, column 1: expected `edmx:Edmx`, as `$metadata` has it, found text"]);
    fails(
        "<html><body/></html>",
        &expect!["line 1, column 1: expected `edmx:Edmx`, as `$metadata` has it, found `html`"],
    );
    fails("<edmx:Edmx>\n  <edmx:DataServices>", &expect!["line 2, column 22: the document ends before it is complete"]);
    fails(
        "<edmx:Edmx>\n  <a></b>\n</edmx:Edmx>",
        &expect!["line 2, column 6: ill-formed document: expected `</a>`, but `</b>` was found"],
    );
    fails(
        "<edmx:Edmx><edmx:DataServices>\n  <!-- é --><Schema Namespace=1/>\n",
        &expect![[r#"line 2, column 13: position 17: attribute value must be enclosed in `"` or `'`"#]],
    );
}

#[test]
fn what_is_wrong_with_an_element() {
    fails_in("<EntityType/>", &expect!["line 4, column 1: `EntityType` lacks its `Name`"]);
    fails_in(
        "<EntityType Name=\"a\">\n  <Property Name=\"b\"/></EntityType>",
        &expect!["line 5, column 3: `Property` lacks its `Type`"],
    );
    fails_in(
        "<EntityType Name=\"a\" Abstract=\"yes\"/>",
        &expect!["line 4, column 1: `Abstract` is `yes`; expected `true` or `false`"],
    );
    fails_in(
        "<ComplexType Name=\"a\"><Property Name=\"b\" Type=\"Collection(c\"/></ComplexType>",
        &expect!["line 4, column 23: `Type` is `Collection(c`; expected `Collection(…)`"],
    );
    fails_in(
        "<EnumType Name=\"a\"><Member Name=\"b\" Value=\"1.5\"/></EnumType>",
        &expect!["line 4, column 20: `Value` is `1.5`; expected an integer of 64 bits"],
    );
    fails_in(
        "<ComplexType Name=\"a\"/>\n<EnumType Name=\"a\"/>",
        &expect!["line 5, column 1: `microsoft.graph.a` is defined twice"],
    );
    fails_in(
        "<ComplexType Name=\"a\" BaseType=\"microsoft.graph.b\"/>\n<ComplexType Name=\"b\" BaseType=\"microsoft.graph.a\"/>",
        &expect!["line 4, column 1: `microsoft.graph.a` is a base type of itself"],
    );
    let one = |number| format!("<ComplexType Name=\"a{number}\" BaseType=\"microsoft.graph.a{}\"/>\n", number + 1);
    let chain = (0..100_000).map(one).collect::<Vec<_>>().concat();
    fails_in(&chain, &expect!["line 4, column 1: `microsoft.graph.a0` has too many base types, one above the other"]);
    let deep = "<Collection>".repeat(100_000);
    fails_in(
        &format!("<Annotation Term=\"a\">{deep}"),
        &expect!["line 5, column 1: ill-formed document: expected `</Collection>`, but `</Schema>` was found"],
    );
    let deep = format!("<ComplexType Name=\"a\"><Annotation Term=\"a\">{deep}");
    fails_in(&deep, &expect!["line 4, column 428: annotations are nested too deep"]);
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    assert_eq!(read(&format!("\u{feff}{}", document(ALIASES))), read(&document(ALIASES)));
}
