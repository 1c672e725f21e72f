using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OutlookAssist.Privacy;

namespace OutlookAssist.LanguageModels;

/// <summary>Lets nothing personal out of this process: masks every section of a prompt, and puts the real values back into the answer.</summary>
internal sealed class RedactingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    // A private-use letter on a line of its own keeps the texts apart while they are masked as one, so that no text can forge another one's placeholder.
    private const string Divider = "\n\uE000\n";

    private static readonly JsonSerializerOptions Escaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = options as ModelCallOptions ?? throw new ArgumentException("A model is called with ModelCallOptions.", nameof(options));
        var mask = new MaskPersonalData();
        var restorer = new RestorePlaceholders(mask);
        await foreach (var update in base.GetStreamingResponseAsync(Mask([.. messages], mask, call.Marker), options, cancellationToken))
        {
            var restored = restorer.Add(update.Text);
            var passed = new ChatResponseUpdate(ChatRole.Assistant, restored);
            foreach (var usage in update.Contents.OfType<UsageContent>())
            {
                passed.Contents.Add(usage);
            }

            yield return passed;
        }

        if (restorer.End() is { Length: > 0 } rest)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, rest);
        }
    }

    private static List<ChatMessage> Mask(List<ChatMessage> messages, MaskPersonalData mask, string marker)
    {
        var sections = messages.SelectMany(message => message.Contents.OfType<PromptSection>()).Select(section => (section.Name, Value: section.Value.DeepClone())).ToList();
        var texts = new List<JsonValue>();
        sections.ForEach(section => Collect(section.Value, texts));
        var masked = mask.Mask(string.Join(Divider, texts.Select(text => text.GetValue<string>().Replace('\uE000', ' ')))).Text.Split(Divider);
        for (var index = 0; index < texts.Count; index++)
        {
            texts[index].ReplaceWith(masked[index]);
        }

        var next = 0;
        return [.. messages.Select(message => new ChatMessage(message.Role, string.Join('\n', message.Contents.Select(content => content switch
        {
            PromptSection => Write(sections[next].Name, sections[next++].Value, marker),
            TextContent text => text.Text.Replace("{marker}", marker, StringComparison.Ordinal),
            _ => throw new NotSupportedException("A prompt consists of words and sections."),
        }))))];
    }

    private static string Write(string name, JsonNode value, string marker) => $"[{marker}:{name}]\n{value.ToJsonString(Escaped)}\n[/{marker}:{name}]";

    private static void Collect(JsonNode? node, List<JsonValue> texts)
    {
        switch (node)
        {
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                texts.Add(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, texts);
                }

                break;
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    Collect(member, texts);
                }

                break;
        }
    }
}
