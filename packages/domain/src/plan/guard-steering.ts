/** The powers that steering the work takes; `plan.*` holds them all, `plan.project.*` all about projects. */

/** Over the unit whose list it is. */
export const decidePriorities = "plan.priorityList.decide";
/** Over the unit for which the ranking is made. */
export const proposeRanking = "plan.ranking.propose";
/** Over the unit for which the ranking is made. */
export const decideRanking = "plan.ranking.decide";
/** Over the unit whose project it is: to start it and to move its evaluation. */
export const decideProject = "plan.project.decide";
/** Over the unit whose project it is: to plan it, to assign an office and to evaluate it. */
export const runProject = "plan.project.run";
/** Over the unit that adopts the policy for all. */
export const adoptPolicy = "plan.policy.adopt";
/** Over the unit that makes the policy its own. */
export const adoptPolicyLocally = "plan.policy.adoptLocally";
/** Over the unit that produces the deliverable. */
export const produceDeliverable = "plan.deliverable.produce";
/** Over the unit whose money it is: to set the reserve and to change it. */
export const setReserve = "plan.reserve.set";
/** Over the unit whose money it is: to fund responses and to release what was not used. */
export const spendReserve = "plan.reserve.spend";
/** Over the unit that wants to act: to propose, to carry out and to evaluate. */
export const actRapidly = "plan.rapidResponse.act";
/** Over the body that was asked: to approve and to decline. */
export const answerResponse = "plan.rapidResponse.answer";
