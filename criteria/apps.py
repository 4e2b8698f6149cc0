from django.apps import AppConfig


class CriteriaConfig(AppConfig):
    name = "criteria"
    verbose_name = "Danh mục, tiêu chí"

    def ready(self):
        from criteria.resources import ASSIGNMENTS, FACTS, HOLDS, SCORES
        from units.registry import add_list

        for kind in (FACTS, SCORES, ASSIGNMENTS, HOLDS):
            add_list(kind)
