import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Chromium without windows of its own: the same engine for two thirds of the processor. */
const HEADLESS = '/usr/bin/chromium-headless-shell';

/** Where a browser may be found, in order: the setting, what is installed, what playwright brought. */
function findBrowser(): string | undefined {
	const installed = [HEADLESS, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
	const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
	return [process.env.BROWSER_BIN, ...installed, macOs, chromium.executablePath()].find(
		(path) => path && existsSync(path)
	);
}

/** The path of a browser. Throws one clear line. */
function browserPath(): string {
	const found = findBrowser();
	if (found) return found;
	throw new Error('no browser for the journeys: install chromium, or name one in BROWSER_BIN');
}

const install = (name: string) => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]).status === 0;

/** Before a whole run: on Debian as root the headless Chromium is installed, or what there is instead. Throws one clear line. */
export function ensureBrowser(): void {
	const isOurs = existsSync('/etc/debian_version') && process.getuid?.() === 0;
	if (isOurs && !process.env.BROWSER_BIN && !existsSync(HEADLESS) && !install('chromium-headless-shell')) {
		spawnSync('apt-get', ['update', '-qq']);
		if (!install('chromium-headless-shell') && !findBrowser()) install('chromium');
	}
	browserPath();
}

export function launchBrowser(): Promise<Browser> {
	const args = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
	if (process.getuid?.() === 0) args.push('--no-sandbox');
	return chromium.launch({ executablePath: browserPath(), args });
}
