import { describe, expect, it } from 'vitest';
import { CAST } from '../cast.fixture.ts';
import type { Phase } from '../conference/phase.ts';
import type { Thing } from './thing.ts';
import { whoCanSee } from './whoCanSee.ts';

const NOW = Date.parse('2027-01-16T15:00:00Z');
const EVERYBODY = Object.values(CAST);

function names(phase: Phase, thing: Thing, letIn: string[] = []) {
	return whoCanSee(EVERYBODY, phase, thing, { now: NOW, letIn: new Set(letIn) }).people.map((one) => one.name);
}

describe('wie kan dit zien?', () => {
	it('[AC7] the room is seen by whom the circle let in, and not by the operator', () => {
		expect(names('privateTime', 'privateRoom', ['hülya', 'bas', 'ilse'])).toEqual(['Yara', 'Hülya', 'Bas']);
		const room = whoCanSee(EVERYBODY, 'privateTime', 'privateRoom', { now: NOW, letIn: new Set() });
		expect(room.operator).toBe(false);
	});

	it('[AC7] from presenting on the plan is seen by the circle, Amina and the operator, and in part by others', () => {
		const plan = whoCanSee(EVERYBODY, 'presentation', 'presentedPlan', { now: NOW, letIn: new Set() });
		expect(plan.operator).toBe(true);
		expect(plan.regionManager).toEqual([{ level: 'read', portion: 'counts' }]);
		const whole = plan.people.filter((one) => one.grants.some((grant) => grant.portion === 'all'));
		expect(whole.map((one) => one.name)).toEqual([
			'Yara', 'Hülya', 'Marleen', 'Bas', 'Riet', 'Joop', 'Milan', 'Amina', 'Denzel'
		]);
	});

	it('[AC7] before presenting nobody is named for the plan but who holds a row without a phase', () => {
		expect(names('privateTime', 'presentedPlan')).toEqual(['Sanne', 'Ilse']);
	});
});
