import '#lib/state/handedFragment.ts';
