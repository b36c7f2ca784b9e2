import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoTokens } from '../../src/demo/prepare-demo.js';

/** `hub start` as an operator runs it: the built program, its own processes, its own embedded database. */
export interface RunningHub {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly demo: { url: string; tokens: DemoTokens; signIn: Record<string, string> };
  readonly output: () => string;
  /** Process ids of the parts below `hub start`, by name. */
  parts(): Promise<{ api: number[]; worker: number[]; postgres: number[] }>;
  interrupt(): Promise<number | null>;
}

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'wenming-run-'));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Runs a command of the built hub to its end. */
export async function runCommand(args: readonly string[], environment: Record<string, string>, input = ''): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['dist/hub.js', ...args], { env: { ...process.env, ...environment } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

export async function runHub(folder: string): Promise<RunningHub> {
  const child = spawn(process.execPath, ['dist/hub.js', 'start'], { env: { ...process.env, HUB_DATA_DIR: folder, PORT: '0', DATABASE_URL: '' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (let waited = 0; !output.includes('is ready'); waited += 50) {
    if (child.exitCode !== null || waited > 60_000) throw new Error(`The hub did not start: ${output}`);
    await pause(50);
  }
  return {
    process: child,
    folder,
    demo: JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) as RunningHub['demo'],
    output: () => output,
    parts: () => partsBelow(child.pid ?? 0),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

async function partsBelow(parent: number): Promise<{ api: number[]; worker: number[]; postgres: number[] }> {
  const lines = (await listProcesses()).map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter((match) => match !== null);
  const processes = lines.map(([, pid, above, command = '']) => ({ pid: Number(pid), above: Number(above), command }));
  const below = new Set([parent]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, above } of processes) if (below.has(above) && !below.has(pid)) grown = below.add(pid).size > 0;
  }
  const named = (pattern: RegExp) => processes.filter(({ pid, command }) => below.has(pid) && pattern.test(command)).map(({ pid }) => pid);
  return { api: named(/hub\.js api --supervised$/), worker: named(/hub\.js worker --supervised$/), postgres: named(/^\S*postgres -D/) };
}

async function listProcesses(): Promise<string[]> {
  const child = spawn('ps', ['-eo', 'pid,ppid,args', '-ww']);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  await new Promise((resolve) => child.once('close', resolve));
  return text.split('\n').slice(1);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
