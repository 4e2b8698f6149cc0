"""/ke-hoach/: the plans."""

from django.urls import path

from campaigns.views import (
    calendars,
    checking,
    deadlines,
    drafts,
    editor,
    ending,
    intake,
    own_plans,
    pages,
    parents,
    readings,
    steps,
    work,
)
from thiduakt.web import signed_in

app_name = "campaigns"
urlpatterns = [
    path("", pages.campaign_list, name="list"),
    path("nhap/", intake.campaign_intake, name="intake"),
    path("lich/", calendars.calendar_list, name="calendars"),
    path("lich/<int:unit_pk>/doi/", calendars.calendar_renew, name="calendar-renew"),
    path("lich/<str:token>.ics", calendars.calendar_feed, name="feed"),
    path("moi/", editor.campaign_new, name="new"),
    path("<int:pk>/", pages.campaign_detail, name="detail"),
    path("<int:pk>/in/", pages.campaign_print, name="print"),
    path("<int:pk>/lap-cho-nam/", steps.campaign_clone, name="clone"),
    path("<int:pk>/buoc/<slug:action>/", steps.campaign_step, name="step"),
    path("<int:pk>/thay-the/", ending.campaign_end, name="end"),
    path("<int:pk>/cap-tren/", parents.parent_edit, name="parent"),
    path("<int:pk>/thoi-han/", deadlines.deadline_list, name="deadlines"),
    path("<int:pk>/thoi-han/nhan-muon/", deadlines.late_accept, name="late"),
    path("<int:pk>/thoi-han/<int:deadline_pk>/gia-han/", deadlines.deadline_extend, name="extend"),
    path("<int:pk>/ke-hoach-don-vi/", own_plans.own_plan_page, name="own-plans"),
    path("<int:pk>/ke-hoach-don-vi/nhac/", own_plans.own_plan_remind, name="own-plan-remind"),
    path("<int:pk>/ke-hoach-don-vi/<int:unit_pk>/tep/", own_plans.own_plan_file, name="own-plan-file"),
    path("<int:pk>/cong-viec/", work.work_board, name="work"),
    path("<int:pk>/cong-viec/<int:task_pk>/", work.work_task, name="task"),
    path("<int:pk>/cong-viec/bo/<int:report_pk>/", work.work_take_back, name="task-undo"),
    path("<int:pk>/cong-viec/tep/<int:report_pk>/", work.work_file, name="task-file"),
    path("<int:pk>/kiem-tra/", checking.campaign_check, name="check"),
    path("<int:pk>/kiem-tra/<slug:kind>/<slug:key>/", readings.reading_edit, name="reading"),
    path("<int:pk>/soan/", editor.campaign_editor, name="editor"),
    path("<int:pk>/dieu-khoan/them/", editor.clause_add, name="clause_add"),
    path("<int:pk>/nguoi-ky/", drafts.head_edit, name="head"),
    path("<int:pk>/dieu-khoan/<int:clause_pk>/", editor.clause_edit, name="clause"),
    path("<int:pk>/dieu-khoan/<int:clause_pk>/them/<slug:kind>/", readings.rule_add, name="rule"),
    path("<int:pk>/nghi-van/<int:note_pk>/", drafts.note_accept, name="note"),
]
signed_in(urlpatterns)
