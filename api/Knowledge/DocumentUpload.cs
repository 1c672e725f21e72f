using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>Reads a multipart upload as it streams in: files go to the disk, never whole into memory.</summary>
internal sealed class DocumentUpload(DocumentFiles files, IOptions<KnowledgeOptions> options)
{
    private const int LongestField = 100_000;
    private const int LongestName = 200;

    /// <summary>Everything that was sent, or the problem that refuses it; the caller keeps or discards every file.</summary>
    public async Task<(ReceivedUpload Upload, ProblemHttpResult? Problem)> ReceiveAsync(HttpRequest request, string organisation, CancellationToken cancellation)
    {
        var upload = new ReceivedUpload();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxRequestBytes;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            return (upload, Problems.Create(415, "unsupported-media", "Send the files as multipart/form-data in fields named file."));
        }

        try
        {
            return (upload, await ReceiveAsync(new MultipartReader(boundary, request.Body), organisation, upload, cancellation));
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            DocumentFiles.Discard(upload);
            return (upload, Problems.Create(413, "too-large", $"The request is larger than {options.Value.MaxRequestBytes >> 20} MiB. Send the files in several requests."));
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException && !IsOfTheDisk(failure))
        {
            DocumentFiles.Discard(upload);
            return (upload, Problems.Validation("file", "The upload ended before it was complete. Send it again."));
        }
        catch
        {
            DocumentFiles.Discard(upload);
            throw;
        }
    }

    /// <summary>A full disk is not the sender's fault and is said in other words.</summary>
    private static bool IsOfTheDisk(Exception failure) => (failure.HResult & 0xFFFF) == 28;

    private async Task<ProblemHttpResult?> ReceiveAsync(MultipartReader reader, string organisation, ReceivedUpload upload, CancellationToken cancellation)
    {
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                return Problems.Validation("file", "A part of the upload has no Content-Disposition.");
            }

            if (disposition.IsFileDisposition())
            {
                if (upload.Files.Count == options.Value.MaxFilesPerRequest)
                {
                    return Problems.Create(413, "too-large", $"At most {options.Value.MaxFilesPerRequest} files fit one request. Send the rest in another.");
                }

                var name = BaseName(disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value);
                upload.Files.Add(await files.ReceiveAsync(organisation, name, section.Body, options.Value.MaxFileBytes, cancellation));
                await section.Body.CopyToAsync(Stream.Null, cancellation);
            }
            else
            {
                var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (await ReadFieldAsync(section, cancellation) is not { } value)
                {
                    return Problems.Validation(field, "This field is too long.");
                }

                upload.Fields.Add((field, value));
            }
        }

        return null;
    }

    private static async Task<string?> ReadFieldAsync(MultipartSection section, CancellationToken cancellation)
    {
        using var text = new StreamReader(section.Body, Encoding.UTF8);
        var buffer = new char[LongestField + 1];
        var length = await text.ReadBlockAsync(buffer.AsMemory(), cancellation);
        return length > LongestField ? null : new string(buffer, 0, length);
    }

    /// <summary>The last part of whatever path a client sent, without control characters; folders of the sender are nobody's business.</summary>
    private static string BaseName(string? sent)
    {
        var name = (sent ?? "").Split('/', '\\').Last();
        name = new string(name.Where(character => !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format).ToArray()).Trim();
        if (name.Length > LongestName)
        {
            var ending = Path.GetExtension(name);
            name = name[..(LongestName - Math.Min(ending.Length, 20))] + ending[..Math.Min(ending.Length, 20)];
        }

        return name is "" or "." or ".." ? "document" : name;
    }
}

/// <summary>The parts of one upload.</summary>
internal sealed class ReceivedUpload
{
    /// <summary>The files in the order they were sent.</summary>
    public List<ReceivedFile> Files { get; } = [];

    /// <summary>The plain fields in the order they were sent.</summary>
    public List<(string Name, string Value)> Fields { get; } = [];
}
