using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OutlookAssist.ModelServer;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>A product whose drafts are written by the test model, with two documents of a bicycle shop.</summary>
public class ModelProduct : Product
{
    /// <summary>A question that the documents answer, and one that they do not.</summary>
    public const string Answerable = "Hello,\n\nwithin how many days may I return a bicycle after delivery?\n\nKind regards,\nAna Ruiz";

    /// <summary>The model behind the product.</summary>
    public TestModelServer Model { get; private set; } = null!;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        Model = await TestModelServer.StartAsync();
        With("LanguageModel:Provider", "OpenAI").With("LanguageModel:Endpoint", Model.Endpoint).With("LanguageModel:Model", "test");
        await base.InitializeAsync();
        await UploadAsync(
            ("returns.txt", Encoding.UTF8.GetBytes("You may return a bicycle within 30 days after delivery.\n\nA refund reaches your bank account within 5 working days after we have received the bicycle. Write to returns@shop.example about it.")),
            ("warranty.txt", Encoding.UTF8.GetBytes("The frame of a bicycle has a warranty of ten years. Insurance is not included in the price of a bicycle.")));
    }

    /// <summary>Ends the model with the product.</summary>
    public override async Task StopAsync()
    {
        await base.StopAsync();
        await Model.DisposeAsync();
    }

    /// <summary>What was sent to a model for a draft.</summary>
    public Task<JsonElement> DisclosureAsync(JsonElement draft) => Client.GetFromJsonAsync<JsonElement>($"/api/drafts/{draft.GetProperty("id").GetString()}/disclosure");

    /// <summary>The recorded calls, newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> CallsAsync() => [.. (await Client.GetFromJsonAsync<JsonElement>("/api/models/calls")).GetProperty("calls").EnumerateArray()];

    /// <summary>The codes of a draft's warnings.</summary>
    public static IReadOnlyList<string> Warnings(JsonElement draft) => [.. draft.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()!)];

    /// <summary>The sentences with a support.</summary>
    public static IReadOnlyList<string> Sentences(JsonElement draft, string support) => [.. draft.GetProperty("sentences").EnumerateArray().Where(sentence => sentence.GetProperty("support").GetString() == support).Select(sentence => sentence.GetProperty("text").GetString()!)];
}
