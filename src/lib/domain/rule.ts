import { z } from 'zod';

/** Every rule of the method, by its number in SPEC.md. A refusal carries one of these and nothing else. */
export const RuleId = z.enum([
	'PH1', 'PH2', 'PH3', 'PH4', 'PH5', 'PH6', 'PH7', 'PH8',
	'CO1', 'CO2', 'CO3', 'CO4', 'CO5',
	'AC1', 'AC2', 'AC3', 'AC4', 'AC5', 'AC6', 'AC7',
	'IN1', 'IN2', 'IN3', 'BR1', 'PR1', 'PR2', 'PR3', 'PR4', 'CS1', 'CH1', 'DG1',
	'BL1', 'BL2', 'BL3', 'BL4', 'BL5', 'BL6',
	'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'RM1', 'RM2',
	'PL1', 'PL2', 'PL3', 'AG1', 'AG2', 'AG3', 'AG4', 'AG5', 'AG6', 'RV1', 'RV2', 'VE1',
	'ME1', 'ME2', 'ME3', 'ME4', 'RT1', 'RT2', 'LG1', 'CK1'
]);
export type RuleId = z.infer<typeof RuleId>;
