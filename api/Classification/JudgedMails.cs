using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Classification;

/// <summary>Remembers how mails of one organisation were judged, by a digest of the mail, so that opening one twice costs nothing; it belongs to one state of one organisation and is never shared.</summary>
internal sealed class JudgedMails
{
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<UInt128, MessageClassification> results = new();

    /// <summary>A digest of everything that a judgement depends on.</summary>
    public static UInt128 KeyOf(ReadableMessage message)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, message.NewText);
        Append(digest, message.Message.Subject);
        Append(digest, message.Message.From?.Address);
        Append(digest, message.Message.ReceivedAt?.ToString("O"));
        Append(digest, string.IsNullOrWhiteSpace(message.Message.Body?.Content) ? "" : "body");
        foreach (var attachment in message.Message.Attachments ?? [])
            Append(digest, attachment?.ContentType);
        foreach (var (name, value) in message.Message.Headers ?? new Dictionary<string, string>())
        {
            Append(digest, name);
            Append(digest, value);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        digest.GetHashAndReset(hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }

    /// <summary>The judgement before, or null.</summary>
    public MessageClassification? Find(UInt128 key) => results.GetValueOrDefault(key);

    /// <summary>Remembers a judgement; when there are too many, all are forgotten, which only costs time.</summary>
    public void Keep(UInt128 key, MessageClassification result)
    {
        if (results.Count >= Most)
            results.Clear();
        results[key] = result;
    }

    // The length in front keeps two neighbouring fields apart.
    private static void Append(IncrementalHash digest, string? text)
    {
        digest.AppendData(BitConverter.GetBytes(text?.Length ?? -1));
        digest.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
