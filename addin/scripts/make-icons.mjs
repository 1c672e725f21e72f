/** Draws the add-in's icons at each exact size, so that the smallest one is drawn for 16 pixels and not scaled down. */
import { mkdirSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const brand = [15, 108, 189];
const white = [255, 255, 255];
const spark = [255, 200, 61];

const inRoundedSquare = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};

const nearLine = (x, y, x1, y1, x2, y2, width) => {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)) <= width / 2;
};

/** A four-pointed star: the assistant's touch on the mail. */
const inStar = (x, y, cx, cy, size) => Math.sqrt(Math.abs(x - cx)) + Math.sqrt(Math.abs(y - cy)) <= Math.sqrt(size);

/** Colour and opacity at a point of the unit square. */
function paint(x, y, size) {
  const small = size <= 16;
  const line = small ? 0.1 : 0.065;
  if (inStar(x, y, 0.74, 0.72, small ? 0.28 : 0.24)) return [...spark, 1];
  if (Math.hypot(x - 0.74, y - 0.72) <= (small ? 0.22 : 0.2)) return [...brand, 1];
  const flap = nearLine(x, y, 0.14, 0.3, 0.5, 0.54, line) || nearLine(x, y, 0.86, 0.3, 0.5, 0.54, line);
  if (inRoundedSquare(x, y, 0.14, 0.24, 0.86, 0.76, 0.06)) return flap ? [...brand, 1] : [...white, 1];
  return inRoundedSquare(x, y, 0.02, 0.02, 0.98, 0.98, 0.2) ? [...brand, 1] : [0, 0, 0, 0];
}

function pixels(size) {
  const samples = 6;
  const rows = [];
  for (let row = 0; row < size; row++) {
    const bytes = [0];
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < samples * samples; i++) {
        const x = (column + ((i % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
        const [r, g, b, a] = paint(x, y, size);
        sum[0] += r * a;
        sum[1] += g * a;
        sum[2] += b * a;
        sum[3] += a;
      }
      for (let c = 0; c < 3; c++) bytes.push(sum[3] === 0 ? 0 : Math.round(sum[c] / sum[3]));
      bytes.push(Math.round((255 * sum[3]) / (samples * samples)));
    }
    rows.push(Buffer.from(bytes));
  }
  return Buffer.concat(rows);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(pixels(size), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

const folder = new URL("../assets/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const size of [16, 32, 64, 80, 128]) writeFileSync(new URL(`icon-${size}.png`, folder), png(size));
