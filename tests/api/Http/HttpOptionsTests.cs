using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

/// <summary>A setting that would leave a door open ends the start with a sentence that says which and why.</summary>
public sealed class HttpOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Http:PublicAddress must begin with https://", "--Http:PublicAddress=http://mail.example")]
    [InlineData("Http:FrameAncestors lets every web page", "--Http:FrameAncestors=*")]
    [InlineData("Http:FrameAncestors lets every web page", "--Http:FrameAncestors='self' https:")]
    [InlineData("Http:FrameAncestors lets every web page", "--Http:FrameAncestors='self'; script-src *")]
    [InlineData("Http:RequestHeadersSeconds", "--Http:RequestHeadersSeconds=0")]
    [InlineData("would let in anybody", "--Access:Mode=Entra", "--Access:ClientId=c", "--Access:TenantId=common")]
    [InlineData("would let in anybody", "--Access:Mode=Entra", "--Access:ClientId=c", "--Access:TenantId=t", "--Access:AllowedTenants:0=*")]
    [InlineData("Access:Everyone gives everybody", "--Access:Mode=Entra", "--Access:ClientId=c", "--Access:TenantId=t", "--Access:Everyone=Admin")]
    [InlineData("Access:Authority must be an https address", "--Access:Mode=OpenId", "--Access:ClientId=c", "--Access:Authority=http://issuer.example")]
    [InlineData("would travel there unencrypted", "--Access:Mode=Entra", "--Access:ClientId=c", "--Access:TenantId=t", "--urls=http://0.0.0.0:0")]
    [InlineData("LanguageModel:Endpoint must begin with https://", "--LanguageModel:Provider=OpenAI", "--LanguageModel:Model=m", "--LanguageModel:Endpoint=http://model.example/v1")]
    [InlineData("Embeddings:Endpoint must begin with https://", "--Embeddings:Provider=OpenAI", "--Embeddings:Model=m", "--Embeddings:Endpoint=http://model.example/v1")]
    [InlineData("Knowledge:Endpoint must begin with https://", "--Knowledge:Provider=KernelMemory", "--Knowledge:Endpoint=http://memory.example")]
    public async Task An_unsafe_setting_ends_the_start_with_its_reason(string sentence, params string[] arguments) =>
        Assert.Contains(sentence, await ProductProcess.RefusalAsync(_folder.Path, arguments), StringComparison.Ordinal);
}
