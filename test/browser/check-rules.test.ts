import { testRules } from '../support/rule-examples.js';

testRules('browser', []);
