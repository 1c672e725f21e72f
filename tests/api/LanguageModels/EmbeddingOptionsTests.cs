using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.LanguageModels;

/// <summary>Wrong settings of models stop the start with a sentence that says what to do.</summary>
public sealed class EmbeddingOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--Embeddings:Provider=Ollama", "Embeddings:Provider must be one of: None, AzureOpenAI, OpenAI.")]
    [InlineData("--Embeddings:Provider=OpenAI --Embeddings:Model=m", "needs Embeddings:ApiKey, or the address of a compatible server in Embeddings:Endpoint.")]
    [InlineData("--Embeddings:Provider=AzureOpenAI --Embeddings:Model=m --Embeddings:ApiKey=k", "needs the resource's address in Embeddings:Endpoint")]
    [InlineData("--Embeddings:Provider=OpenAI --Embeddings:Endpoint=http://localhost:1/v1", "needs Embeddings:Model.")]
    [InlineData("--Embeddings:Provider=OpenAI --Embeddings:Model=m --Embeddings:ApiKey=k --Embeddings:Endpoint=http://models.example/v1", "must begin with https://")]
    [InlineData("--Embeddings:Providr=OpenAI", "Unknown setting Embeddings:Providr.")]
    public async Task A_wrong_setting_stops_the_start(string arguments, string reason) =>
        Assert.Contains(reason, await ProductProcess.RefusalAsync(_folder.Path, arguments.Split(' ')), StringComparison.Ordinal);
}
