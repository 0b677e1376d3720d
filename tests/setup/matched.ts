import { Visitor } from './Visitor.ts';
import type { Program } from './program.ts';

/** The application of the demo, up to where Yara said yes and Amina was matched and has not answered. */
export async function matched(program: Program): Promise<{ path: string; yara: Visitor; amina: Visitor }> {
	const [yara, karin, amina] = [new Visitor(program.url), new Visitor(program.url), new Visitor(program.url)];
	const path = (await yara.open('/demo/door/application/yara')).path.replace('/answer', '');
	await yara.send(`${path}/answer?/yes`, { wishes: 'Zonder Henk.' });
	await karin.open('/demo/door/application/karin');
	const { text } = await karin.open('/region');
	const coordinator = /value="([a-z0-9]{15})"(?:(?!value=)[^])*?<strong[^>]*>Amina Bouzid/.exec(text)![1]!;
	await karin.send('/region?/match', { conference: path.split('/').at(-1)!, coordinator });
	await amina.open('/demo/door/application/amina');
	return { path, yara, amina };
}
