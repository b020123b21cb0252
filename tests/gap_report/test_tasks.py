from __future__ import annotations

from smartcert.render import phrases


def test_every_step_has_one_task_and_tasks_follow_the_plan(second):
    report = second()
    numbers = [step.number for task in report.tasks for step in task.steps]
    assert sorted(numbers) == [step.number for step in report.plan.steps]
    firsts = [task.step.number for task in report.tasks]
    assert firsts == sorted(firsts)
    assert {report.task_of[step.number] for step in report.plan.steps} == {
        *range(1, len(report.tasks) + 1)
    }


def test_a_task_is_of_one_requirement_and_one_level(second):
    for task in second().tasks:
        kinds = {(step.finding.level, step.finding.code) for step in task.steps}
        assert len(kinds) == 1


def test_numbers_of_steps_are_written_as_runs(second):
    found = {phrases.numbers(task): [step.number for step in task.steps] for task in second().tasks}
    for written, numbers in found.items():
        spelt = []
        for part in written.split(", "):
            first, _, last = part.partition("–")
            spelt += range(int(first), int(last or first) + 1)
        assert spelt == numbers
