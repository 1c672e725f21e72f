namespace OutlookAssist.LanguageModels;

/// <summary>One request as it left this process: where it went and its body, byte for byte.</summary>
internal sealed record SentRequest(string Address, byte[] Body);
