using OutlookAssist.ModelServer;

namespace OutlookAssist.Evaluation.Product;

/// <summary>A product of our own whose drafts the test model writes; the model lives in this process, so that it can change its ways between two drafts.</summary>
internal sealed class ModelledProduct : IAsyncDisposable
{
    private ModelledProduct(TestModelServer model, ProductProcess process)
    {
        Model = model;
        Process = process;
        Client = new ProductClient(process.Address);
    }

    public TestModelServer Model { get; }

    public ProductProcess Process { get; }

    public ProductClient Client { get; }

    /// <summary>Starts both; nothing is answered from memory unless a setting says so.</summary>
    public static async Task<ModelledProduct> StartAsync(string program, string dataFolder, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var model = await TestModelServer.StartAsync();
        try
        {
            (string, string)[] all =
            [
                ("LanguageModel__Provider", "OpenAI"), ("LanguageModel__Endpoint", model.Endpoint), ("LanguageModel__Model", "test"), ("LanguageModel__CachedAnswers", "0"),
                ("Access__PersonRequestsPerMinute", "0"), .. settings,
            ];
            return new ModelledProduct(model, await ProductProcess.StartAsync(program, dataFolder, cancellationToken, all));
        }
        catch
        {
            await model.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
        await Model.DisposeAsync();
    }
}
