/** The peer of `serve`: Node's `http` with nothing behind it. Answers every request with the bytes given as JSON. */
import { createServer } from "node:http";

const { fields, body } = JSON.parse(process.argv[2] ?? "{}");
const server = createServer((_request, reply) => {
  reply.writeHead(200, "OK", fields);
  reply.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`at http://127.0.0.1:${server.address().port}/`));
