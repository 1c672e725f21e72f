using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Browser;

/// <summary>A product that knows the sample documents of the preview, so that the pane has something to cite.</summary>
public sealed class SampleShop : Product
{
    /// <summary>The folder of the sample documents.</summary>
    public static string Documents { get; } = Path.Combine(Repository.Root, "addin", "public", "samples");

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var files = Directory.GetFiles(Documents).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        foreach (var document in await UploadAsync([.. files]))
        {
            Assert.Equal("ready", document.GetProperty("state").GetString());
        }
    }
}
