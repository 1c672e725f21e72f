namespace OutlookAssist.Extraction;

/// <summary>Tells an Office document with a password from an old Office file: both stand in the same kind of container.</summary>
internal static class EncryptedOffice
{
    /// <summary>The container's directory names this stream, in UTF-16.</summary>
    private static readonly byte[] Mark = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Looks for the mark of encryption in a container.</summary>
    public static bool IsInside(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (true)
        {
            var count = file.Read(buffer, kept, buffer.Length - kept);
            if (count == 0)
                return false;
            var filled = kept + count;
            if (buffer.AsSpan(0, filled).IndexOf(Mark) >= 0)
                return true;
            // The mark may be cut by the end of the buffer.
            kept = Math.Min(filled, Mark.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
    }
}
