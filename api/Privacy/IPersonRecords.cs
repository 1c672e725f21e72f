using System.Text.Json;

namespace OutlookAssist.Privacy;

/// <summary>Something a module keeps that may speak of a person outside the organisation: every store of mail, or of what was made from it, implements it.</summary>
internal interface IPersonRecords
{
    /// <summary>What it is, in the plural and camel case, as answers and folders of an export name it.</summary>
    string Name { get; }

    /// <summary>Removes what this person wrote or is named in, from rows and from memory, and gives the number of records; the files of the database are cleaned afterwards by the caller.</summary>
    /// <param name="organisation">Whose records.</param>
    /// <param name="address">As <see cref="PersonAddress.TryRead"/> gives it: trimmed, in lower case.</param>
    /// <param name="cancellation">Ends the work; what was removed stays removed.</param>
    Task<int> EraseAsync(string organisation, string address, CancellationToken cancellation);

    /// <summary>Everything that <see cref="EraseAsync"/> would remove, one record after the other.</summary>
    IAsyncEnumerable<PersonRecord> ExportAsync(string organisation, string address, CancellationToken cancellation);
}

/// <summary>One thing that is kept about a person, as an export gives it.</summary>
/// <param name="FileName">Its name among the records of its store: an identifier with the ending of its format.</param>
/// <param name="Content">The whole of it.</param>
internal sealed record PersonRecord(string FileName, ReadOnlyMemory<byte> Content)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A record as JSON.</summary>
    public static PersonRecord Json<T>(string id, T value) => new($"{id}.json", JsonSerializer.SerializeToUtf8Bytes(value, Readable));

    /// <summary>A mail as it was received, RFC 5322.</summary>
    public static PersonRecord Mail(string id, ReadOnlyMemory<byte> raw) => new($"{id}.eml", raw);
}
