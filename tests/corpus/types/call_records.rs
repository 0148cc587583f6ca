//! Call records, in a namespace of their own.

use graph_entity::edm::{DateTimeOffset, Duration};
use graph_entity::{Extra, GraphComplex, GraphEntity, GraphEnum, Unrecognized};

use super::common::{Identity, IdentitySet};

/// Another namespace, and endpoints of several types. Not in the corpus, which has its own sample.
#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.callRecords.callRecord", collection = "communications/callRecords")]
pub struct CallRecord {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub end_date_time: Option<DateTimeOffset>,
    pub join_web_url: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    pub modalities: Option<Vec<CallModality>>,
    pub organizer: Option<IdentitySet>,
    pub participants: Option<Vec<IdentitySet>>,
    pub start_date_time: Option<DateTimeOffset>,
    pub r#type: Option<CallType>,
    pub version: Option<i64>,
    #[graph(navigation)]
    pub sessions: Option<Vec<Session>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.callRecords.session")]
pub struct Session {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub callee: Option<CallEndpoint>,
    pub caller: Option<CallEndpoint>,
    pub end_date_time: Option<DateTimeOffset>,
    pub failure_info: Option<FailureInfo>,
    pub is_test: Option<bool>,
    pub modalities: Option<Vec<CallModality>>,
    pub start_date_time: Option<DateTimeOffset>,
    #[graph(navigation)]
    pub segments: Option<Vec<Segment>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.endpoint")]
pub enum CallEndpoint {
    Participant(Box<ParticipantEndpoint>),
    Service(Box<ServiceEndpoint>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.endpoint")]
pub struct CallEndpointBase {
    pub user_agent: Option<UserAgent>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.participantEndpoint")]
pub struct ParticipantEndpoint {
    #[graph(base)]
    pub base: CallEndpointBase,
    pub associated_identity: Option<Identity>,
    pub cpu_cores_count: Option<i32>,
    pub cpu_name: Option<String>,
    pub cpu_processor_speed_in_mhz: Option<i32>,
    pub feedback: Option<UserFeedback>,
    pub identity: Option<IdentitySet>,
    pub name: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.userAgent")]
pub enum UserAgent {
    Client(Box<ClientUserAgent>),
    Service(Box<ServiceUserAgent>),
    #[graph(unrecognized)]
    Unrecognized(Unrecognized),
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.userAgent", abstract)]
pub struct UserAgentBase {
    pub application_version: Option<String>,
    pub header_value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.clientUserAgent")]
pub struct ClientUserAgent {
    #[graph(base)]
    pub base: UserAgentBase,
    #[graph(rename = "azureADAppId")]
    pub azure_ad_app_id: Option<String>,
    pub communication_service_id: Option<String>,
    pub platform: Option<ClientPlatform>,
    pub product_family: Option<ProductFamily>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.serviceUserAgent")]
pub struct ServiceUserAgent {
    #[graph(base)]
    pub base: UserAgentBase,
    pub role: Option<ServiceRole>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.userFeedback")]
pub struct UserFeedback {
    pub rating: Option<UserFeedbackRating>,
    pub text: Option<String>,
    pub tokens: Option<FeedbackTokenSet>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.feedbackTokenSet")]
pub struct FeedbackTokenSet {
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.serviceEndpoint")]
pub struct ServiceEndpoint {
    #[graph(base)]
    pub base: CallEndpointBase,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.failureInfo")]
pub struct FailureInfo {
    pub reason: Option<String>,
    pub stage: Option<FailureStage>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEntity)]
#[graph_entity(odata = "microsoft.graph.callRecords.segment")]
pub struct Segment {
    #[graph(key, read_only)]
    pub id: Option<String>,
    pub callee: Option<CallEndpoint>,
    pub caller: Option<CallEndpoint>,
    pub end_date_time: Option<DateTimeOffset>,
    pub failure_info: Option<FailureInfo>,
    pub media: Option<Vec<Media>>,
    pub start_date_time: Option<DateTimeOffset>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.media")]
pub struct Media {
    pub callee_device: Option<DeviceInfo>,
    pub callee_network: Option<NetworkInfo>,
    pub caller_device: Option<DeviceInfo>,
    pub caller_network: Option<NetworkInfo>,
    pub label: Option<String>,
    pub streams: Option<Vec<MediaStream>>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.deviceInfo")]
pub struct DeviceInfo {
    pub capture_device_driver: Option<String>,
    pub capture_device_name: Option<String>,
    pub capture_not_functioning_event_ratio: Option<f32>,
    pub cpu_insufficent_event_ratio: Option<f32>,
    pub device_clipping_event_ratio: Option<f32>,
    pub device_glitch_event_ratio: Option<f32>,
    pub howling_event_count: Option<i32>,
    pub initial_signal_level_root_mean_square: Option<f32>,
    pub low_speech_level_event_ratio: Option<f32>,
    pub low_speech_to_noise_event_ratio: Option<f32>,
    pub mic_glitch_rate: Option<f32>,
    pub received_noise_level: Option<i32>,
    pub received_signal_level: Option<i32>,
    pub render_device_driver: Option<String>,
    pub render_device_name: Option<String>,
    pub render_mute_event_ratio: Option<f32>,
    pub render_not_functioning_event_ratio: Option<f32>,
    pub render_zero_volume_event_ratio: Option<f32>,
    pub sent_noise_level: Option<i32>,
    pub sent_signal_level: Option<i32>,
    pub speaker_glitch_rate: Option<f32>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.networkInfo")]
pub struct NetworkInfo {
    pub bandwidth_low_event_ratio: Option<f32>,
    pub basic_service_set_identifier: Option<String>,
    pub connection_type: Option<NetworkConnectionType>,
    pub delay_event_ratio: Option<f32>,
    pub dns_suffix: Option<String>,
    pub ip_address: Option<String>,
    pub link_speed: Option<i64>,
    pub mac_address: Option<String>,
    pub network_transport_protocol: Option<NetworkTransportProtocol>,
    pub port: Option<i32>,
    pub received_quality_event_ratio: Option<f32>,
    #[graph(rename = "reflexiveIPAddress")]
    pub reflexive_ip_address: Option<String>,
    #[graph(rename = "relayIPAddress")]
    pub relay_ip_address: Option<String>,
    pub relay_port: Option<i32>,
    pub sent_quality_event_ratio: Option<f32>,
    pub subnet: Option<String>,
    pub trace_route_hops: Option<Vec<TraceRouteHop>>,
    pub wifi_band: Option<WifiBand>,
    pub wifi_battery_charge: Option<i32>,
    pub wifi_channel: Option<i32>,
    pub wifi_microsoft_driver: Option<String>,
    pub wifi_microsoft_driver_version: Option<String>,
    pub wifi_radio_type: Option<WifiRadioType>,
    pub wifi_signal_strength: Option<i32>,
    pub wifi_vendor_driver: Option<String>,
    pub wifi_vendor_driver_version: Option<String>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.traceRouteHop")]
pub struct TraceRouteHop {
    pub hop_count: Option<i32>,
    pub ip_address: Option<String>,
    pub round_trip_time: Option<Duration>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphComplex)]
#[graph_complex(odata = "microsoft.graph.callRecords.mediaStream")]
pub struct MediaStream {
    pub audio_codec: Option<AudioCodec>,
    pub average_audio_degradation: Option<f32>,
    pub average_audio_network_jitter: Option<Duration>,
    pub average_bandwidth_estimate: Option<i64>,
    pub average_freeze_duration: Option<Duration>,
    pub average_jitter: Option<Duration>,
    pub average_packet_loss_rate: Option<f32>,
    pub average_ratio_of_concealed_samples: Option<f32>,
    pub average_received_frame_rate: Option<f32>,
    pub average_round_trip_time: Option<Duration>,
    pub average_video_frame_loss_percentage: Option<f32>,
    pub average_video_frame_rate: Option<f32>,
    pub average_video_packet_loss_rate: Option<f32>,
    pub end_date_time: Option<DateTimeOffset>,
    pub is_audio_forward_error_correction_used: Option<bool>,
    pub low_frame_rate_ratio: Option<f32>,
    pub low_video_processing_capability_ratio: Option<f32>,
    pub max_audio_network_jitter: Option<Duration>,
    pub max_jitter: Option<Duration>,
    pub max_packet_loss_rate: Option<f32>,
    pub max_ratio_of_concealed_samples: Option<f32>,
    pub max_round_trip_time: Option<Duration>,
    pub packet_utilization: Option<i64>,
    pub post_forward_error_correction_packet_loss_rate: Option<f32>,
    pub rms_freeze_duration: Option<Duration>,
    pub start_date_time: Option<DateTimeOffset>,
    pub stream_direction: Option<MediaStreamDirection>,
    pub stream_id: Option<String>,
    pub video_codec: Option<VideoCodec>,
    pub was_media_bypassed: Option<bool>,
    #[graph(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.modality")]
pub enum CallModality {
    Audio,
    Video,
    VideoBasedScreenSharing,
    Data,
    ScreenSharing,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.callType")]
pub enum CallType {
    Unknown,
    GroupCall,
    PeerToPeer,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.clientPlatform")]
pub enum ClientPlatform {
    Unknown,
    Windows,
    MacOS,
    #[graph(rename = "iOS")]
    Ios,
    Android,
    Web,
    IpPhone,
    RoomSystem,
    SurfaceHub,
    HoloLens,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.productFamily")]
pub enum ProductFamily {
    Unknown,
    Teams,
    SkypeForBusiness,
    Lync,
    UnknownFutureValue,
    AzureCommunicationServices,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.serviceRole")]
pub enum ServiceRole {
    Unknown,
    CustomBot,
    SkypeForBusinessMicrosoftTeamsGateway,
    SkypeForBusinessAudioVideoMcu,
    SkypeForBusinessApplicationSharingMcu,
    SkypeForBusinessCallQueues,
    SkypeForBusinessAutoAttendant,
    MediationServer,
    MediationServerCloudConnectorEdition,
    ExchangeUnifiedMessagingService,
    MediaController,
    ConferencingAnnouncementService,
    ConferencingAttendant,
    AudioTeleconferencerController,
    SkypeForBusinessUnifiedCommunicationApplicationPlatform,
    ResponseGroupServiceAnnouncementService,
    Gateway,
    SkypeTranslator,
    SkypeForBusinessAttendant,
    ResponseGroupService,
    Voicemail,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.userFeedbackRating")]
pub enum UserFeedbackRating {
    NotRated,
    Bad,
    Poor,
    Fair,
    Good,
    Excellent,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.failureStage")]
pub enum FailureStage {
    Unknown,
    CallSetup,
    Midcall,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.networkConnectionType")]
pub enum NetworkConnectionType {
    Unknown,
    Wired,
    Wifi,
    Mobile,
    Tunnel,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.networkTransportProtocol")]
pub enum NetworkTransportProtocol {
    Unknown,
    Udp,
    Tcp,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.wifiBand")]
pub enum WifiBand {
    Unknown,
    Frequency24GHz,
    Frequency50GHz,
    Frequency60GHz,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.wifiRadioType")]
pub enum WifiRadioType {
    Unknown,
    Wifi80211a,
    Wifi80211b,
    Wifi80211g,
    Wifi80211n,
    Wifi80211ac,
    Wifi80211ax,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.audioCodec")]
pub enum AudioCodec {
    Unknown,
    Invalid,
    Cn,
    Pcma,
    Pcmu,
    AmrWide,
    G722,
    G7221,
    G7221c,
    G729,
    MultiChannelAudio,
    Muchv2,
    Opus,
    Satin,
    SatinFullband,
    RtAudio8,
    RtAudio16,
    Silk,
    SilkNarrow,
    SilkWide,
    Siren,
    XmsRta,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.mediaStreamDirection")]
pub enum MediaStreamDirection {
    CallerToCallee,
    CalleeToCaller,
    #[graph(unrecognized)]
    Unrecognized(String),
}

#[derive(Debug, Clone, PartialEq, GraphEnum)]
#[graph_enum(odata = "microsoft.graph.callRecords.videoCodec")]
pub enum VideoCodec {
    Unknown,
    Invalid,
    Av1,
    H263,
    H264,
    H264s,
    H264uc,
    H265,
    Rtvc1,
    RtVideo,
    Xrtvc1,
    UnknownFutureValue,
    #[graph(unrecognized)]
    Unrecognized(String),
}
