import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey

from tests.architecture.source import APPS

pytestmark = pytest.mark.pure

RANK = {"thiduakt": 0} | {app: rank for rank, app in enumerate(APPS, start=1)}


def our_models():
    return [model for model in apps.get_models() if model._meta.app_label in RANK]


def climbs(model, field) -> bool:
    """Whether the relation points to an app above; the custom user may be pointed to by all."""
    target = field.related_model._meta
    if target.label == settings.AUTH_USER_MODEL:
        return False
    return RANK.get(target.app_label, 0) > RANK[model._meta.app_label]


def relations(model):
    own = [*model._meta.fields, *model._meta.many_to_many]
    return [field for field in own if field.is_relation and field.related_model]


def test_relations_point_down():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in our_models()
        for field in relations(model)
        if climbs(model, field)
    ]
    assert upward == []


def test_relations_are_never_generic():
    generic = [
        model._meta.label
        for model in our_models()
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey)
    ]
    assert generic == []


def test_models_have_no_save_of_their_own():
    assert [model._meta.label for model in our_models() if "save" in vars(model)] == []
