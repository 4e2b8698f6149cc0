from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = "Sáng kiến"

    def ready(self):
        # The apps below ask for what only this one knows: what its council scores, where its decision leads.
        from councils.enums import CouncilKind
        from councils.registry import BUSINESS, Business
        from documents.registry import WAYS
        from initiatives.facts import ways
        from initiatives.facts.history import made_by
        from initiatives.facts.open_work import open_work
        from initiatives.services import sessions
        from units.registry import OPEN_WORK, WORKS

        BUSINESS[CouncilKind.INITIATIVE] = Business(
            sessions.about,
            sessions.candidates,
            sessions.add,
            sessions.close,
            sessions.step_out,
            reasons=sessions.why_not_close,
            scores=sessions.scores_url,
            minutes=sessions.minutes,
        )
        WAYS[ways.TEMPLATE] = ways.RECOGNITION
        OPEN_WORK.append(open_work)
        WORKS.append(made_by)
