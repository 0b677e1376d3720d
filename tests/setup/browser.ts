import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where a browser may be found, in order: the setting, what is installed, what playwright brought. */
function findBrowser(): string | undefined {
	const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
	const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
	return [process.env.BROWSER_BIN, ...installed, macOs, chromium.executablePath()].find(
		(path) => path && existsSync(path)
	);
}

/** The path of a browser; on Debian as root one is installed when there is none. Throws one clear line. */
export function browserPath(): string {
	const found = findBrowser();
	if (found) return found;
	if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
		execFileSync('apt-get', ['update', '-qq']);
		execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
	}
	const now = findBrowser();
	if (now) return now;
	throw new Error('no browser for the journeys: install chromium, or name one in BROWSER_BIN');
}

export function launchBrowser(): Promise<Browser> {
	const args = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
	if (process.getuid?.() === 0) args.push('--no-sandbox');
	return chromium.launch({ executablePath: browserPath(), args });
}
