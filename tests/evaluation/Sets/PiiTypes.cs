namespace OutlookAssist.Evaluation.Sets;

/// <summary>Which of the product's types a type of the Presidio data stands for; one that we do not promise to find maps to none.</summary>
internal static class PiiTypes
{
    private static readonly Dictionary<string, string[]> Map = new()
    {
        ["PERSON"] = ["PERSON"],
        ["EMAIL_ADDRESS"] = ["EMAIL"],
        ["PHONE_NUMBER"] = ["PHONE"],
        ["PH_MOBILE_NUMBER"] = ["PHONE"],
        ["TR_PHONE_NUMBER"] = ["PHONE"],
        ["IBAN_CODE"] = ["IBAN"],
        ["CREDIT_CARD"] = ["CARD"],
        ["ABA_ROUTING_NUMBER"] = ["BANK_ROUTING"],
        ["IP_ADDRESS"] = ["IP"],
        ["MAC_ADDRESS"] = ["MAC"],
        ["URL"] = ["URL"],
        ["DOMAIN_NAME"] = ["URL"],
        ["STREET_ADDRESS"] = ["ADDRESS"],
        ["ADDRESS"] = ["ADDRESS"],
        ["UK_VEHICLE_REGISTRATION"] = ["PLATE"],
        ["DE_KFZ"] = ["PLATE"],
        ["TR_LICENSE_PLATE"] = ["PLATE"],
        ["IN_VEHICLE_REGISTRATION"] = ["PLATE"],
        ["NG_VEHICLE_REGISTRATION"] = ["PLATE"],
        ["SG_NRIC_FIN"] = ["SG_NRIC"],
    };

    private static readonly string[] SameName =
    [
        "US_SSN", "US_ITIN", "US_NPI", "US_MBI", "UK_NHS", "UK_NINO", "DE_TAX_ID", "DE_VAT_ID", "DE_SOCIAL_SECURITY", "ES_NIF", "ES_NIE", "IT_FISCAL_CODE", "IT_VAT_CODE",
        "PL_PESEL", "IN_PAN", "IN_AADHAAR", "IN_GSTIN", "AU_TFN", "AU_ABN", "AU_ACN", "AU_MEDICARE", "CA_SIN", "SE_PERSONNUMMER", "FI_PERSONAL_IDENTITY_CODE", "TR_NATIONAL_ID",
        "KR_RRN", "TH_TNIN", "ZA_ID_NUMBER",
    ];

    /// <summary>The types that the texts with spans label, as the product names them.</summary>
    public static IReadOnlySet<string> Labelled { get; } = new HashSet<string> { "PERSON", "EMAIL", "PHONE", "CARD", "URL", "ADDRESS", "US_SSN" };

    public static IReadOnlyList<string> OfPresidio(string type) => Map.TryGetValue(type, out var ours) ? ours : SameName.Contains(type) ? [type] : [];
}
