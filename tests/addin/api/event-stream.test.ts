/** The stream parser must not care where the network cuts. */
import { EventStreamParser } from "../../../addin/src/api/event-stream";

const stream =
  'event: stage\ndata: {"name":"reading"}\n\n: a comment\nevent: sentence\r\ndata: {"text":"Grüße"}\r\n\r\ndata: one\ndata: two\n\n';

describe("EventStreamParser", () => {
  const expected = [
    { name: "stage", data: '{"name":"reading"}' },
    { name: "sentence", data: '{"text":"Grüße"}' },
    { name: "message", data: "one\ntwo" },
  ];

  it("finds every event in one piece", () => {
    expect(new EventStreamParser().push(stream)).toEqual(expected);
  });

  it("finds the same events wherever the stream is cut", () => {
    for (let cut = 1; cut < stream.length; cut++) {
      const parser = new EventStreamParser();
      expect([...parser.push(stream.slice(0, cut)), ...parser.push(stream.slice(cut))]).toEqual(expected);
    }
  });

  it("finds them when they come character by character", () => {
    const parser = new EventStreamParser();
    expect([...stream].flatMap((character) => parser.push(character))).toEqual(expected);
  });

  it("does not report an event that is cut off", () => {
    expect(new EventStreamParser().push('event: sentence\ndata: {"text":')).toEqual([]);
  });
});
