namespace OutlookAssist.Tests.Api.Support;

/// <summary>A product that several test classes share; tests that change settings or stop it start their own.</summary>
[CollectionDefinition(Name)]
public class ProductCollection : ICollectionFixture<Product>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "one shared product";
}
