namespace OutlookAssist.Tests.Browser;

/// <summary>Browser tests run one after the other: they share one Chromium and one product that knows the sample documents.</summary>
[CollectionDefinition(Name)]
public class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<SampleShop>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "browser";
}
