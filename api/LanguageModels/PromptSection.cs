using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OutlookAssist.LanguageModels;

/// <summary>Data inside a prompt, kept apart from the words that say what to do with it: masked, escaped and marked on its way out.</summary>
/// <param name="name">What it is; the prompt's words speak of it by this name.</param>
/// <param name="value">The data.</param>
internal sealed class PromptSection(string name, JsonNode value) : AIContent
{
    /// <summary>What it is.</summary>
    public string Name { get; } = name;

    /// <summary>The data.</summary>
    public JsonNode Value { get; } = value;
}
