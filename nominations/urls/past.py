"""/khen-thuong/truoc-day/: awards from before the system; what closed units left unfinished."""

from django.urls import path

from nominations.views import handover, past

urlpatterns = [
    path("ho-so/chuyen-tiep/<int:pk>/", handover.hand_over_unit, name="hand-over"),
    path("khen-thuong/truoc-day/moi/", past.past_award_new, name="past-award-new"),
    path("khen-thuong/truoc-day/<int:pk>/", past.past_award_detail, name="past-award"),
    path("khen-thuong/truoc-day/<int:pk>/huy/", past.past_award_cancel, name="past-award-cancel"),
    path("khen-thuong/truoc-day/<int:pk>/ban-chup/", past.past_award_scan, name="past-award-scan"),
]
