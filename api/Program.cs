var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var app = builder.Build();
app.MapGet("/healthz", () => "alive");
app.Run();

/// <summary>Names the program to the test host.</summary>
public partial class Program;
