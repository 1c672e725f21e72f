using System.Text;
using System.Text.Json;

namespace OutlookAssist.Drafting.Composers;

/// <summary>Reads a model's JSON answer while it arrives: each sentence as soon as its braces close, whatever stands around the object.</summary>
internal sealed class ReadReply
{
    private const int LongestAnswer = 400_000;
    private const int EntryDepth = 3;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, ProposedOutcome> _outcomes = [];
    private int _depth;
    private int _start;
    private bool _inString;
    private bool _isEscaped;

    /// <summary>What became of each question, as far as it was said.</summary>
    public IReadOnlyDictionary<int, ProposedOutcome> Outcomes => _outcomes;

    /// <summary>Whether the answer was one whole object.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The sentences that this piece completes.</summary>
    public IEnumerable<ProposedSentence> Add(string piece)
    {
        foreach (var letter in piece)
        {
            if (IsWhole || _text.Length > LongestAnswer || (_depth == 0 && letter != '{'))
            {
                continue;
            }

            _text.Append(letter);
            if (Step(letter) && Entry() is { } sentence)
            {
                yield return sentence;
            }
        }
    }

    /// <summary>True when an entry of a list has just ended.</summary>
    private bool Step(char letter)
    {
        if (_inString)
        {
            (_inString, _isEscaped) = _isEscaped ? (true, false) : (letter != '"', letter == '\\');
            return false;
        }

        switch (letter)
        {
            case '"':
                _inString = true;
                return false;
            case '{' or '[':
                _depth++;
                _start = letter == '{' && _depth == EntryDepth ? _text.Length - 1 : _start;
                return false;
            case '}' or ']':
                _depth--;
                IsWhole = _depth == 0;
                return letter == '}' && _depth == EntryDepth - 1;
            default:
                return false;
        }
    }

    private ProposedSentence? Entry()
    {
        try
        {
            var entry = JsonSerializer.Deserialize<JsonElement>(_text.ToString(_start, _text.Length - _start));
            if (Text(entry, "outcome") is { Length: > 0 } outcome)
            {
                _outcomes[Number(entry, "number")] = new ProposedOutcome(outcome, Text(entry, "missing"));
                return null;
            }

            return Text(entry, "text") is { Length: > 0 } text ? new ProposedSentence(Text(entry, "kind"), Number(entry, "question"), text.Trim(), Text(entry, "passage"), Text(entry, "quote")) : null;
        }
        catch (JsonException)
        {
            return null; // One entry that cannot be read is one sentence less.
        }
    }

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static int Number(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}

/// <summary>A sentence that a model proposes, with its claim; nobody has checked it.</summary>
internal sealed record ProposedSentence(string Kind, int Question, string Text, string Passage, string Quote);

/// <summary>What a model says became of a question.</summary>
internal sealed record ProposedOutcome(string Outcome, string Missing);
