// the request body has 2 tables of properties; that of `countryNamedLocation` is taken
// the answer has more properties, which the page does not describe: `modifiedDateTime`
use graph_entity::GraphEntity;

/// `countryNamedLocation`, as the reference page "Create namedLocation" has it.
///
/// Create a new namedLocation object. It is either an ipNamedLocation or a countryNamedLocation.
///
/// More than needed to create (work or school account): `Policy.Read.All and Policy.Manage.All`.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(
    odata = "microsoft.graph.countryNamedLocation",
    version = "v1.0",
    collection = "identity/conditionalAccess/namedLocations",
    permission(create = "Policy.ReadWrite.ConditionalAccess")
)]
pub struct CountryNamedLocation {
    /// The key. The service sets it.
    #[graph(key, read_only)]
    pub id: String,
    /// Two letters for each. Required.
    #[graph(required)]
    pub countries_and_regions: Vec<String>,
    /// Name of the location for people. Required.
    pub display_name: String,
    /// The type is a guess: the page's table lacks it, its sample has it.
    pub include_unknown_countries_and_regions: Option<bool>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::CountryNamedLocation;

    /// The request is that of the reference page.
    #[test]
    fn the_request_is_that_of_the_page() -> Result<(), Box<dyn std::error::Error>> {
        let collection = CountryNamedLocation::collection();
        let request = collection
            .create()
            .countries_and_regions(["US", "GB"])
            .display_name("Unknown countries")
            .include_unknown_countries_and_regions(true)
            .request()?;
        assert_eq!(request.method(), "POST");
        assert_eq!(request.version(), Some("v1.0"));
        assert_eq!(request.path(), "identity/conditionalAccess/namedLocations");
        let body: serde_json::Value = serde_json::from_slice(request.body())?;
        let expected = json!({
            "@odata.type": "#microsoft.graph.countryNamedLocation",
            "countriesAndRegions": [
                "US",
                "GB"
            ],
            "displayName": "Unknown countries",
            "includeUnknownCountriesAndRegions": true
        });
        assert_eq!(body, expected);
        Ok(())
    }
}
