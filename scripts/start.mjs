/** `npm start`: builds the app, serves the build, prints its address. `PORT` and `HOST` may be given. */
import { build, preview } from "vite";

await build({ logLevel: "warn" });
const server = await preview({
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? "localhost" },
});
const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
console.log(`\nBiscuiterie is open at ${address}\nPress Ctrl+C to stop.`);
