using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge.Providers;

/// <summary>The embedded store keeps the contract.</summary>
public sealed class SqliteKnowledgeStoreTests : KnowledgeStoreContract
{
    private protected override Product Product { get; } = new();

    public override Task InitializeAsync() => Product.InitializeAsync();

    public override Task DisposeAsync() => Product.DisposeAsync();
}
