//! Workbooks: ranges of untyped cells.

use graph_entity::{Extra, GraphEntity};
use serde_json::Value;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.workbookRange")]
pub struct WorkbookRange {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub address: Option<String>,
    pub address_local: Option<String>,
    pub cell_count: Option<i32>,
    pub column_count: Option<i32>,
    pub column_index: Option<i32>,
    pub value_types: Option<Value>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.workbookTable", collection = "me/drive/items/{itemId}/workbook/tables")]
pub struct WorkbookTable {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub name: Option<String>,
    pub show_headers: Option<bool>,
    pub show_totals: Option<bool>,
    pub style: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.workbookTableColumn",
    collection = "me/drive/items/{itemId}/workbook/tables/{tableId}/columns"
)]
pub struct WorkbookTableColumn {
    #[graph(key)]
    pub id: Option<String>,
    pub index: Option<i32>,
    pub name: Option<String>,
    pub values: Option<Value>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.workbookTableRow",
    collection = "me/drive/items/{itemId}/workbook/tables/{tableId}/rows"
)]
pub struct WorkbookTableRow {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub index: Option<i32>,
    pub values: Option<Value>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.workbookNamedItem")]
pub struct WorkbookNamedItem {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub comment: Option<String>,
    pub name: Option<String>,
    pub scope: Option<String>,
    pub r#type: Option<String>,
    pub value: Option<Value>,
    pub visible: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}
