super::messages! {
    /// What is to be known of one server, beyond what holds for every server.
    RemarkMessage {
        ServiceName,
        IngressNginxRetired,
        IngressNginxShared,
        GatewayImplementation,
        ComposeHost,
        NewListener,
        AwsClassic,
        CloudFrontNames,
        TencentReplace,
        CloudflarePlan,
        CloudflareOrigin,
    }
}
