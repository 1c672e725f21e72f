using OutlookAssist.Knowledge.Vectors;

namespace OutlookAssist.Tests.Api.Knowledge.Vectors;

public class QuantizedVectorTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(32)]
    [InlineData(100)]
    [InlineData(1536)]
    public void The_cosine_stays_within_a_hundredth(int dimensions)
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var (left, right) = (Draw(random, dimensions), Draw(random, dimensions));
            var ((a, scaleOfA), (b, scaleOfB)) = (QuantizedVector.Of(left), QuantizedVector.Of(right));
            Assert.Equal(Cosine(left, right), QuantizedVector.Dot(a, b) * scaleOfA * scaleOfB, 0.015);
        }
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        var most = Enumerable.Repeat(1f, 4096).ToArray();
        var (numbers, scale) = QuantizedVector.Of(most);
        Assert.Equal(4096 * 127 * 127, QuantizedVector.Dot(numbers, numbers));
        Assert.Equal(1, QuantizedVector.Dot(numbers, numbers) * scale * scale, 0.001);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_vector_that_points_nowhere_is_near_to_nothing(float number)
    {
        var (numbers, scale) = QuantizedVector.Of([number, 0f, 0f]);
        Assert.Equal(0, QuantizedVector.Dot(numbers, QuantizedVector.Of([1f, 1f, 1f]).Numbers) * scale);
    }

    private static float[] Draw(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (random.NextSingle() * 2) - 1)];

    private static double Cosine(float[] left, float[] right) =>
        left.Zip(right, (a, b) => (double)a * b).Sum() / Math.Sqrt(left.Sum(a => (double)a * a) * right.Sum(b => (double)b * b));
}
