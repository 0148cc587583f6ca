//! Printers and their jobs.

use graph_entity::edm::DateTimeOffset;
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum};

use super::common::UserIdentity;

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.printer", collection = "print/printers")]
pub struct Printer {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub capabilities: Option<PrinterCapabilities>,
    pub defaults: Option<PrinterDefaults>,
    pub display_name: Option<String>,
    pub is_accepting_jobs: Option<bool>,
    pub location: Option<PrinterLocation>,
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    pub status: Option<PrinterStatus>,
    pub is_shared: Option<bool>,
    pub registered_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.printJob", collection = "print/printers/{printerId}/jobs")]
pub struct PrintJob {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub configuration: Option<PrintJobConfiguration>,
    #[graph(read_only)]
    pub created_by: Option<UserIdentity>,
    #[graph(read_only)]
    pub created_date_time: Option<DateTimeOffset>,
    pub is_fetchable: Option<bool>,
    pub redirected_from: Option<String>,
    pub redirected_to: Option<String>,
    pub status: Option<PrintJobStatus>,
    #[graph(navigation)]
    pub documents: Option<Vec<PrintDocument>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printerCapabilities")]
pub struct PrinterCapabilities {
    pub collation: Option<bool>,
    pub color_modes: Option<Vec<PrintColorMode>>,
    pub content_types: Option<Vec<String>>,
    pub copies_per_job: Option<IntegerRange>,
    pub dpis: Option<Vec<i32>>,
    pub duplex_modes: Option<Vec<PrintDuplexMode>>,
    pub finishings: Option<Vec<PrintFinishing>>,
    pub input_bins: Option<Vec<String>>,
    pub is_color_printing_supported: Option<bool>,
    pub is_page_range_supported: Option<bool>,
    pub media_sizes: Option<Vec<String>>,
    pub media_types: Option<Vec<String>>,
    pub output_bins: Option<Vec<String>>,
    pub qualities: Option<Vec<PrintQuality>>,
    pub scalings: Option<Vec<PrintScaling>>,
    pub supports_fit_pdf_to_page: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.integerRange")]
pub struct IntegerRange {
    pub end: Option<i64>,
    pub start: Option<i64>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printerDefaults")]
pub struct PrinterDefaults {
    pub color_mode: Option<PrintColorMode>,
    pub content_type: Option<String>,
    pub copies_per_job: Option<i32>,
    pub dpi: Option<i32>,
    pub duplex_mode: Option<PrintDuplexMode>,
    pub finishings: Option<Vec<PrintFinishing>>,
    pub fit_pdf_to_page: Option<bool>,
    pub input_bin: Option<String>,
    pub media_color: Option<String>,
    pub media_size: Option<String>,
    pub media_type: Option<String>,
    pub multipage_layout: Option<PrintMultipageLayout>,
    pub orientation: Option<PrintOrientation>,
    pub output_bin: Option<String>,
    pub pages_per_sheet: Option<i32>,
    pub quality: Option<PrintQuality>,
    pub scaling: Option<PrintScaling>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printerLocation")]
pub struct PrinterLocation {
    pub altitude_in_meters: Option<i32>,
    pub building: Option<String>,
    pub city: Option<String>,
    pub country_or_region: Option<String>,
    pub floor: Option<String>,
    pub floor_description: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub organization: Option<Vec<String>>,
    pub postal_code: Option<String>,
    pub room_description: Option<String>,
    pub room_name: Option<String>,
    pub site: Option<String>,
    pub state_or_province: Option<String>,
    pub street_address: Option<String>,
    pub subdivision: Option<Vec<String>>,
    pub sub_unit: Option<Vec<String>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printerStatus")]
pub struct PrinterStatus {
    pub description: Option<String>,
    pub details: Option<Vec<PrinterProcessingStateDetail>>,
    pub state: Option<PrinterProcessingState>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printJobConfiguration")]
pub struct PrintJobConfiguration {
    pub collate: Option<bool>,
    pub color_mode: Option<PrintColorMode>,
    pub copies: Option<i32>,
    pub dpi: Option<i32>,
    pub duplex_mode: Option<PrintDuplexMode>,
    pub feed_orientation: Option<PrinterFeedOrientation>,
    pub finishings: Option<Vec<PrintFinishing>>,
    pub fit_pdf_to_page: Option<bool>,
    pub input_bin: Option<String>,
    pub margin: Option<PrintMargin>,
    pub media_size: Option<String>,
    pub media_type: Option<String>,
    pub multipage_layout: Option<PrintMultipageLayout>,
    pub orientation: Option<PrintOrientation>,
    pub output_bin: Option<String>,
    pub page_ranges: Option<Vec<IntegerRange>>,
    pub pages_per_sheet: Option<i32>,
    pub quality: Option<PrintQuality>,
    pub scaling: Option<PrintScaling>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printMargin")]
pub struct PrintMargin {
    pub bottom: Option<i32>,
    pub left: Option<i32>,
    pub right: Option<i32>,
    pub top: Option<i32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.printJobStatus")]
pub struct PrintJobStatus {
    pub description: Option<String>,
    pub details: Option<Vec<PrintJobStateDetail>>,
    pub is_acquired_by_printer: Option<bool>,
    pub state: Option<PrintJobProcessingState>,
    pub processing_state: Option<String>,
    pub processing_state_description: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.printDocument")]
pub struct PrintDocument {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub content_type: Option<String>,
    pub display_name: Option<String>,
    pub size: Option<i64>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printColorMode")]
pub enum PrintColorMode {
    BlackAndWhite,
    Grayscale,
    Color,
    Auto,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printDuplexMode")]
pub enum PrintDuplexMode {
    FlipOnLongEdge,
    FlipOnShortEdge,
    OneSided,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printFinishing")]
pub enum PrintFinishing {
    None,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printQuality")]
pub enum PrintQuality {
    Low,
    Medium,
    High,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printScaling")]
pub enum PrintScaling {
    Auto,
    ShrinkToFit,
    Fill,
    Fit,
    None,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printMultipageLayout")]
pub enum PrintMultipageLayout {
    ClockwiseFromTopLeft,
    CounterclockwiseFromTopLeft,
    CounterclockwiseFromTopRight,
    ClockwiseFromTopRight,
    CounterclockwiseFromBottomLeft,
    ClockwiseFromBottomLeft,
    CounterclockwiseFromBottomRight,
    ClockwiseFromBottomRight,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printOrientation")]
pub enum PrintOrientation {
    Portrait,
    Landscape,
    ReverseLandscape,
    ReversePortrait,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printerProcessingStateDetail")]
pub enum PrinterProcessingStateDetail {
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printerProcessingState")]
pub enum PrinterProcessingState {
    Unknown,
    Idle,
    Processing,
    Stopped,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printerFeedOrientation")]
pub enum PrinterFeedOrientation {
    LongEdgeFirst,
    ShortEdgeFirst,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printJobStateDetail")]
pub enum PrintJobStateDetail {
    UploadPending,
    Transforming,
    CompletedSuccessfully,
    CompletedWithWarnings,
    CompletedWithErrors,
    ReleaseWait,
    Interpreting,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.printJobProcessingState")]
pub enum PrintJobProcessingState {
    Unknown,
    Pending,
    Processing,
    Paused,
    Stopped,
    Completed,
    Canceled,
    Aborted,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}
