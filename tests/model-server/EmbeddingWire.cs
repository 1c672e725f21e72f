using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace OutlookAssist.ModelServer;

/// <summary>Embeddings on the wire: each text becomes the directions of its words, so that texts with common words lie close together.</summary>
internal static class EmbeddingWire
{
    private const int DefaultDimensions = 64;
    private const int MostInputs = 2048;

    /// <summary>Answers one embedding request, in floats or base64 as asked; the items come in reverse order, since only <c>index</c> counts.</summary>
    public static async Task AnswerAsync(HttpContext context, byte[] received, ModelScript script)
    {
        if (await ChatWire.FailedAsync(context, script.Take(), script))
        {
            return;
        }

        var request = JsonNode.Parse(received)!.AsObject();
        string[] inputs = request["input"] is JsonArray many ? [.. many.Select(item => item!.GetValue<string>())] : [request["input"]!.GetValue<string>()];
        if (inputs.Length is 0 or > MostInputs)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = new { code = "invalid_request_error", message = "Too many inputs." } }, context.RequestAborted);
            return;
        }

        var dimensions = request["dimensions"]?.GetValue<int>() ?? DefaultDimensions;
        var asBase64 = request["encoding_format"]?.GetValue<string>() == "base64";
        var data = new JsonArray();
        for (var index = inputs.Length - 1; index >= 0; index--)
        {
            var vector = Embed(inputs[index], dimensions, script);
            data.Add(new JsonObject { ["object"] = "embedding", ["index"] = index, ["embedding"] = asBase64 ? Base64(vector) : new JsonArray([.. vector.Select(value => (JsonNode)value)]) });
        }

        var tokens = inputs.Sum(input => input.Length) / 4;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["object"] = "list", ["data"] = data, ["model"] = request["model"]?.GetValue<string>(), ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens } }, context.RequestAborted);
    }

    private static float[] Embed(string text, int dimensions, ModelScript script)
    {
        var vector = new float[dimensions];
        foreach (var word in Words.Of(text))
        {
            var hash = 2166136261u;
            foreach (var letter in Encoding.UTF8.GetBytes(script.Meanings.GetValueOrDefault(word, word)))
            {
                hash = (hash ^ letter) * 16777619u;
            }

            vector[hash % (uint)dimensions] += (hash & 0x10000) == 0 ? 1 : -1;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : [.. vector.Select(value => value / length)];
    }

    private static string Base64(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var index = 0; index < vector.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), vector[index]);
        }

        return Convert.ToBase64String(bytes);
    }
}
