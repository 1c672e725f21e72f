using System.Collections.Concurrent;
using OutlookAssist.ModelServer.Personalities;

namespace OutlookAssist.ModelServer;

/// <summary>How the model behaves: whose words it writes, and what goes wrong next.</summary>
public sealed class ModelScript
{
    private readonly ConcurrentQueue<Fault> _next = new();

    /// <summary>Who writes.</summary>
    public IPersonality Personality { get; set; } = new Competent();

    /// <summary>What goes wrong with every request that has nothing of its own.</summary>
    public Fault Always { get; set; }

    /// <summary>What a 429 tells the caller to wait.</summary>
    public double RetryAfterSeconds { get; set; } = 1;

    /// <summary>A slow model waits this long before each piece.</summary>
    public int DelayMilliseconds { get; set; }

    /// <summary>The pieces of a stream after which it is cut or filtered.</summary>
    public int PiecesBeforeTrouble { get; set; } = 12;

    /// <summary>Tells what goes wrong with the next requests, one each.</summary>
    public ModelScript Then(params Fault[] faults)
    {
        foreach (var fault in faults)
        {
            _next.Enqueue(fault);
        }

        return this;
    }

    /// <summary>Words that point where another word points: what a real model knows of meanings.</summary>
    public ConcurrentDictionary<string, string> Meanings { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes on a personality by name.</summary>
    public bool Become(string name)
    {
        IPersonality? chosen = name switch { "competent" => new Competent(), "careless" => new Careless(), "obedient" => new Obedient(), "sorter" => new Sorter(), _ => null };
        Personality = chosen ?? Personality;
        return chosen is not null;
    }

    /// <summary>Lets every request go wrong in a way given by name.</summary>
    public bool FailAlways(string name)
    {
        var isKnown = Enum.TryParse<Fault>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var fault);
        Always = fault;
        return isKnown;
    }

    internal Fault Take() => _next.TryDequeue(out var fault) ? fault : Always;
}

/// <summary>What can go wrong with one request.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>400 with the code of a blocked prompt.</summary>
    ContentFilter,

    /// <summary>A completion that is blocked in its middle.</summary>
    ContentFilterInStream,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>429 that no waiting cures.</summary>
    QuotaUsedUp,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>No answer ever.</summary>
    Hang,

    /// <summary>The connection ends in the middle of the answer.</summary>
    Cut,

    /// <summary>200 with something that is not JSON.</summary>
    Malformed,

    /// <summary>A completion whose content is no JSON.</summary>
    Prose,

    /// <summary>200 without a choice.</summary>
    EmptyChoices,

    /// <summary>A completion that refuses.</summary>
    Refusal,

    /// <summary>A completion that reached its limit of tokens.</summary>
    Length,
}
