using System.Text.Json;

namespace OutlookAssist.ModelServer.Personalities;

/// <summary>Somebody who writes completions.</summary>
public interface IPersonality
{
    /// <summary>The content of the completion.</summary>
    string Answer(Prompt prompt);
}

/// <summary>The answer that the product asks for, as JSON.</summary>
internal sealed record ModelReply(IReadOnlyList<ModelSentence> Sentences, IReadOnlyList<ModelOutcome> Questions)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it goes over the wire.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Plain);
}

/// <summary>One sentence with its claim.</summary>
internal sealed record ModelSentence(string Kind, int Question, string Text, string Passage, string Quote);

/// <summary>What became of a question.</summary>
internal sealed record ModelOutcome(int Number, string Outcome, string Missing = "none");
