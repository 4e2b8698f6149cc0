from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "nominations"
    verbose_name = "Hồ sơ khen thưởng"

    def ready(self):
        # The apps below ask for what only this one knows: whether a dossier waits, what a council decides on.
        from campaigns.facts.closing import MORE
        from campaigns.models.campaign import ALSO_SEEN
        from campaigns.services.allotments import TAKEN_CHECKS
        from campaigns.services.flow import CLOSING_CHECKS
        from councils.enums import CouncilKind
        from councils.registry import BUSINESS, Business
        from documents.enums import Kind
        from documents.registry import ENTERED, WAYS
        from initiatives.registry import USES
        from nominations.facts import ways
        from nominations.facts.allotments import beyond
        from nominations.facts.continuity import continuity
        from nominations.facts.history import award_history
        from nominations.facts.levels import plans_sent_up
        from nominations.facts.open_work import open_work
        from nominations.facts.traces import traces
        from nominations.facts.uses import uses
        from nominations.resources import OWN_LISTS
        from nominations.services import sessions
        from nominations.services.closing import left_behind, no_dossier_waits
        from units.registry import HISTORY, OPEN_WORK, RUNS, TRACES, add_list

        CLOSING_CHECKS.append(no_dossier_waits)
        TAKEN_CHECKS.append(beyond)
        MORE.append(left_behind)
        ALSO_SEEN.append(plans_sent_up)
        HISTORY.append(award_history)
        RUNS.append(continuity)
        OPEN_WORK.append(open_work)
        TRACES.append(traces)
        USES.append(uses)
        for kind in OWN_LISTS:
            add_list(kind)
        BUSINESS[CouncilKind.EMULATION] = Business(
            sessions.about, sessions.candidates, sessions.add, sessions.close, sessions.step_out
        )
        WAYS[Kind.KE_HOACH], WAYS[Kind.TO_TRINH] = ways.PLAN, ways.LETTER
        WAYS[Kind.QUYET_DINH], WAYS[ENTERED] = ways.DECISION, ways.FORMER
