import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Phase } from '#lib/domain/conference/phase.ts';
import { Direction } from '#lib/domain/plan/content.ts';
import { AgreementStatus } from '#lib/domain/plan/status.ts';

/** Text in Dutch, with an English gloss for developers. */
const Line = z.object({ nl: z.string() });

const Person = z.object({
	id: z.string(),
	name: z.string(),
	age: z.number(),
	rel: z.string(),
	relation: z.enum(['central_person', 'child', 'relative', 'friend', 'neighbour', 'colleague']),
	takes_part: z.string(),
	side: z.string(),
	hats: z.array(z.string()),
	mail: z.string().default(''),
	login: z.enum(['mail', 'letter', 'link', 'none', 'child_through_support']),
	/** Who speaks for them where they cannot do it themselves. */
	support: z.string().nullable(),
	let_into_private_room: z.boolean()
});

const Professional = z.object({
	id: z.string(),
	name: z.string(),
	org: z.string(),
	mail: z.string(),
	capacity: z.string(),
	setter: z.boolean(),
	referrer: z.boolean().default(false),
	help_on_offer: z.array(Line),
	contributions: z.array(z.object({ topic: z.string(), about: z.array(z.string()), nl: z.string() }))
});

const Agreement = z.object({
	n: z.number(),
	what: z.string(),
	when: z.string(),
	check: z.string(),
	req: z.array(z.string()),
	responsible: z.string(),
	helpers: z.array(z.string()),
	carrier: z.enum(['self', 'family', 'network', 'volunteer', 'professional']),
	schedule: z.object({ by_day: z.number().optional() }),
	status_day28: z.object({ status: AgreementStatus, note: z.string() }),
	yes_day0: z.record(z.string(), z.boolean())
});

const Case = z.object({
	conference_date: z.string(),
	municipality: z.string(),
	question: Line,
	people: z.array(Person),
	professionals: z.array(Professional),
	others: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			role: z.enum(['coordinator', 'regionManager', 'interpreter']),
			org: z.string().default(''),
			languages: z.array(z.string()).default([]),
			mail: z.string(),
			nl: z.string()
		})
	),
	wishes: Line,
	safety: z.array(Line.extend({ id: z.string(), visible_to: z.array(z.string()) })),
	strengths: z.array(Line),
	worries: z.array(Line),
	if_no_plan: Line,
	requirements: z.array(
		z.object({ id: z.string(), by: z.string(), nl: z.string(), why: z.string(), test: z.string() })
	),
	questions: z.array(Line),
	house_rules: z.array(Line),
	agenda: z.array(Line.extend({ time: z.string(), who: z.string() })),
	messages: z.array(Line.extend({ who: z.string(), phase: z.string(), reader: z.string() })),
	goals: z.array(Line.extend({ direction: Direction })),
	agreements: z.array(Agreement),
	plan_b: z.array(z.object({ id: z.string(), trigger: z.string(), do: z.string(), agreements: z.array(z.number()) })),
	checks: z.array(
		z.object({ round: z.number(), req: z.string(), reason: z.string(), check: z.enum(['met', 'not_yet']) })
	),
	consents: z.array(
		z.object({ by: z.string(), speaker: z.string(), allowed: z.array(z.string()), not_allowed: z.array(z.string()) })
	),
	late_yes: z.array(z.object({ day: z.number(), who: z.string(), how: z.string() })),
	private_time_question: z.object({ to: z.string(), question: z.string(), answer: z.string() }),
	plan_recipients: z.object({
		whole: z.array(z.string()),
		child_version: z.array(z.string()),
		own_agreements_only: z.array(z.string())
	}),
	feedback: z.array(
		z.object({
			who: z.string(),
			process: z.union([z.number(), z.string()]),
			plan: z.number().optional(),
			comment: z.string().default('')
		})
	),
	review: z.object({
		day: z.number(),
		time: z.string(),
		place: z.string(),
		host: z.string(),
		joins_last_half_hour: z.array(z.string())
	}),
	contact_person: z.string(),
	deputy_contact: z.string(),
	stations: z.array(z.object({ day: z.number(), phase: Phase }))
});

/** The fictional case *Rust in huis*: the same family in the demo, the tests and the README. */
export const cast = Case.parse(JSON.parse(readFileSync(new URL('rust-in-huis.json', import.meta.url), 'utf8')));

/** A day counted from the day of the conference, as `2027-01-16`. */
export function dayOf(offset: number): string {
	return new Date(Date.parse(`${cast.conference_date}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}
