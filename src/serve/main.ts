/** `npm run serve`: reads the command line, serves until it is told to stop. */
import { parseCommandLine, type Service, type Settings, serve, usage } from "./index.ts";

/** Milliseconds within which a second signal is the same key press: npm passes on what the terminal has sent already. */
const SAME_PRESS = 200;

const terminal = {
  out: (text: string) => void process.stdout.write(text),
  error: (text: string) => void process.stderr.write(text),
};

async function main(): Promise<void> {
  // npm runs scripts at the top of the project; names of folders are meant from where it was called.
  process.chdir(process.env["INIT_CWD"] || ".");
  const command = parseCommandLine(process.argv.slice(2));
  if (command.kind === "help") console.log(usage);
  else if (command.kind === "wrong") fail(`${command.reason}\nTry npm run serve -- --help`);
  else await start(command.settings);
}

async function start(settings: Settings): Promise<void> {
  try {
    const service = await serve(settings, terminal);
    console.log(greeting(settings, service.address));
    stopOnSignal(service);
  } catch (error) {
    fail(`Failed to serve ${settings.folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function greeting({ folder, configuration, sessions }: Settings, address: string): string {
  const { server, persistent_session: isPersistent } = configuration;
  const place = isPersistent ? `in ${sessions}` : "in memory";
  return `Serving ${folder} at ${address}\nServer: ${server}, sessions ${place}. Ctrl-C stops it.`;
}

function stopOnSignal(service: Service): void {
  let pressed = 0;
  const stop = () => {
    const now = performance.now();
    if (pressed > 0 && now - pressed > SAME_PRESS) process.exit(1);
    if (pressed > 0) return;
    pressed = now;
    terminal.error("Answering the requests under way…\n");
    void service.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

await main();
