namespace OutlookAssist.LanguageModels;

/// <summary>A model did not answer as it should; says why in words of ours, never in the model's or the mail's.</summary>
/// <param name="kind">What happened.</param>
/// <param name="retryAfter">How long the model asked to be left alone.</param>
/// <param name="cause">What was caught.</param>
internal sealed class ModelFailureException(ModelFailure kind, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(Sentence(kind), cause)
{
    /// <summary>What happened.</summary>
    public ModelFailure Kind { get; } = kind;

    /// <summary>How long the model asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the same request may succeed a moment later.</summary>
    public bool IsTransient => Kind is ModelFailure.RateLimited or ModelFailure.ServerError or ModelFailure.Unreachable or ModelFailure.Malformed;

    /// <summary>Whether it says something about the service and not about the request.</summary>
    public bool IsOutage => Kind is ModelFailure.ServerError or ModelFailure.Unreachable or ModelFailure.TimedOut;

    /// <summary>One sentence that a person can act on.</summary>
    public static string Sentence(ModelFailure kind) => kind switch
    {
        ModelFailure.RateLimited => "The language model has too much to do and asks to wait.",
        ModelFailure.QuotaUsedUp => "The quota of the language model's account is used up. Raise it with the provider.",
        ModelFailure.Unauthorized => "The language model refuses the key. Check LanguageModel:ApiKey or the managed identity.",
        ModelFailure.ContentFilter => "The language model's content filter blocked this mail. A person has to answer it.",
        ModelFailure.Refused => "The language model refused to answer this mail.",
        ModelFailure.TooLong => "The language model reached its limit before the answer was complete.",
        ModelFailure.ServerError => "The language model's service reports an error.",
        ModelFailure.Malformed => "The language model's answer could not be read.",
        ModelFailure.TimedOut => "The language model did not answer in time.",
        ModelFailure.Budget => "Today's budget for the language model is used up. Raise LanguageModel:DailyTokensPerPerson or LanguageModel:DailyCostPerPerson, or wait until tomorrow.",
        ModelFailure.Busy => "Too many drafts are being written at once.",
        ModelFailure.Paused => "The language model failed repeatedly and is left alone for a moment.",
        ModelFailure.Rejected => "The language model's service rejected the request. Check LanguageModel:Model and LanguageModel:Endpoint.",
        _ => "The language model's service cannot be reached. Check LanguageModel:Endpoint.",
    };
}

/// <summary>Why a model did not answer.</summary>
internal enum ModelFailure
{
    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>429 that no waiting cures.</summary>
    QuotaUsedUp,

    /// <summary>401 or 403.</summary>
    Unauthorized,

    /// <summary>A filter of the service blocked the prompt or the answer.</summary>
    ContentFilter,

    /// <summary>The model said no.</summary>
    Refused,

    /// <summary>The answer was cut at the limit of tokens.</summary>
    TooLong,

    /// <summary>500 and its kin.</summary>
    ServerError,

    /// <summary>Something that is no answer.</summary>
    Malformed,

    /// <summary>No answer within the time of the draft.</summary>
    TimedOut,

    /// <summary>The person's budget of the day is used up.</summary>
    Budget,

    /// <summary>No free place among the calls at once.</summary>
    Busy,

    /// <summary>The circuit is open.</summary>
    Paused,

    /// <summary>Another 4xx: a wrong model or address.</summary>
    Rejected,
}
