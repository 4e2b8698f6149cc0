"""The tables as they stand, in one step: a new site need not walk the way they came.

A site that walked it up to the last of `replaces` has nothing to do; one in between first goes there
with the release that still had those steps.
"""

import django.db.models.deletion
import django.db.models.expressions
import thiduakt.vietnamese.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from thiduakt.events import ddl

# What is told in these tables cannot be changed or removed, whoever asks.
forwards, backwards = ddl.migration(
    "councils_councilsessionevent",
    "councils_countedballot",
)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('councils', '0001_initial'),
        ('councils', '0002_append_only'),
        ('councils', '0003_excluded_members'),
        ('councils', '0004_council_percent'),
        ('councils', '0005_secret_ballots'),
    ]

    dependencies = [
        ('documents', '0001_squashed'),
        ('units', '0001_squashed'),
    ]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('tdkt', 'Hội đồng Thi đua – Khen thưởng'), ('sang_kien', 'Hội đồng sáng kiến')], default='tdkt', max_length=20, verbose_name='loại')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tên')),
                ('quorum_percent', models.PositiveSmallIntegerField(blank=True, help_text='Để trống: ít nhất 2/3 tổng số thành viên.', null=True, verbose_name='tỷ lệ họp hợp lệ (%)')),
                ('pass_percent', models.PositiveSmallIntegerField(blank=True, help_text='Tính trên tổng số thành viên Hội đồng, dùng khi quy định khen thưởng không ghi tỷ lệ.', null=True, verbose_name='tỷ lệ phiếu đề nghị (%)')),
                ('threshold_source', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='căn cứ tỷ lệ phiếu')),
                ('decision_number', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=60, verbose_name='số quyết định thành lập')),
                ('decision_date', models.DateField(blank=True, null=True, verbose_name='ngày quyết định')),
                ('valid_from', models.DateField(verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='councils', to='units.unit', verbose_name='của đơn vị')),
            ],
            options={
                'verbose_name': 'Hội đồng',
                'verbose_name_plural': 'Hội đồng',
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='council_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.'), models.CheckConstraint(condition=models.Q(('pass_percent__isnull', True), models.Q(('pass_percent__gte', 1), ('pass_percent__lte', 100)), _connector='OR'), name='pass_percent_is_a_percentage', violation_error_message='Tỷ lệ phiếu phải từ 1 đến 100%.')],
            },
        ),
        migrations.CreateModel(
            name='CouncilMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('seat', models.CharField(choices=[('chair', 'Chủ tịch Hội đồng'), ('vice', 'Phó Chủ tịch Hội đồng'), ('secretary', 'Thư ký'), ('member', 'Ủy viên')], default='member', max_length=10, verbose_name='vị trí')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='councils.council', verbose_name='Hội đồng')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='units.person', verbose_name='thành viên')),
            ],
            options={
                'verbose_name': 'thành viên Hội đồng',
                'verbose_name_plural': 'thành viên Hội đồng',
                'ordering': ['order', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='seat_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.'), models.UniqueConstraint(fields=('council', 'person', 'since'), name='one_seat_each', violation_error_message='Người này đã là thành viên từ ngày này.')],
            },
        ),
        migrations.CreateModel(
            name='CouncilSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='ngày họp')),
                ('starts_at', models.TimeField(blank=True, null=True, verbose_name='bắt đầu lúc')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='kết thúc lúc')),
                ('place', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='địa điểm')),
                ('subject', thiduakt.vietnamese.fields.TextLine(max_length=300, verbose_name='nội dung họp')),
                ('discussion', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='ý kiến thảo luận')),
                ('conclusion', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='kết luận')),
                ('state', models.CharField(choices=[('planned', 'Đang chuẩn bị'), ('open', 'Đang họp'), ('closed', 'Đã kết thúc')], default='planned', max_length=10, verbose_name='trạng thái')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='councils.council', verbose_name='Hội đồng')),
                ('minutes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.issueddocument', verbose_name='biên bản')),
            ],
            options={
                'verbose_name': 'phiên họp',
                'verbose_name_plural': 'phiên họp',
                'ordering': ['-held_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('presence', models.CharField(choices=[('present', 'Có mặt'), ('substitute', 'Có người được ủy quyền dự thay'), ('written', 'Vắng, có ý kiến bằng văn bản'), ('absent', 'Vắng')], default='present', max_length=10)),
                ('note', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='ghi chú')),
                ('substitute', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.person', verbose_name='người dự thay')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='councils.councilmember')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='councils.councilsession')),
            ],
            options={
                'ordering': ['member__order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('session', 'member'), name='one_attendance_each'), models.UniqueConstraint(fields=('session', 'substitute'), name='one_member_for_a_substitute', violation_error_message='Người này đã dự thay cho một thành viên khác.'), models.CheckConstraint(condition=models.Q(models.Q(('presence', 'substitute'), ('substitute__isnull', False)), models.Q(models.Q(('presence', 'substitute'), _negated=True), ('substitute__isnull', True)), _connector='OR'), name='substitute_is_named', violation_error_message='Ghi tên người dự thay.')],
            },
        ),
        migrations.CreateModel(
            name='CouncilSessionEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='councils.councilsession')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('session', 'seq'), name='session_event_order')],
            },
        ),
        migrations.CreateModel(
            name='SessionItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('title', models.CharField(max_length=300)),
                ('detail', models.CharField(blank=True, max_length=400)),
                ('group', models.CharField(max_length=20)),
                ('award_name', models.CharField(max_length=200)),
                ('threshold_percent', models.PositiveSmallIntegerField()),
                ('citation', models.CharField(blank=True, max_length=300)),
                ('ballot_required', models.BooleanField(default=False, verbose_name='phải bỏ phiếu kín')),
                ('preferred', models.CharField(blank=True, max_length=200, verbose_name='ưu tiên khi bằng phiếu')),
                ('yes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='đồng ý')),
                ('no', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='không đồng ý')),
                ('blank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='không hợp lệ')),
                ('result', models.CharField(choices=[('pending', 'Chưa biểu quyết'), ('approved', 'Hội đồng đề nghị'), ('rejected', 'Hội đồng không đề nghị')], default='pending', max_length=10)),
                ('chair_rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='thứ tự Chủ tịch Hội đồng quyết định')),
                ('excluded', models.ManyToManyField(blank=True, related_name='+', to='councils.councilmember', verbose_name='không tham gia vì việc của mình')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='councils.councilsession')),
            ],
            options={
                'ordering': ['group', 'order', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('threshold_percent__gte', 1), ('threshold_percent__lte', 100)), name='threshold_is_a_percentage', violation_error_message='Tỷ lệ phiếu phải từ 1 đến 100%.'), models.CheckConstraint(condition=models.Q(('result', 'pending'), models.Q(('no__isnull', False), ('yes__isnull', False)), _connector='OR'), name='result_needs_votes', violation_error_message='Phải nhập số phiếu trước khi có kết quả.')],
            },
        ),
        migrations.CreateModel(
            name='VotingRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='lượt')),
                ('mode', models.CharField(choices=[('paper', 'Phiếu giấy'), ('screen', 'Trên màn hình')], max_length=10, verbose_name='cách bỏ phiếu')),
                ('state', models.CharField(choices=[('open', 'Đang bỏ phiếu'), ('counted', 'Đã kiểm phiếu'), ('cancelled', 'Đã hủy')], default='open', max_length=10, verbose_name='trạng thái')),
                ('head_teller', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=100, verbose_name='trưởng ban kiểm phiếu')),
                ('tellers', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=300, verbose_name='thành viên ban kiểm phiếu')),
                ('issued', models.PositiveSmallIntegerField(null=True, verbose_name='số phiếu phát ra')),
                ('returned', models.PositiveSmallIntegerField(null=True, verbose_name='số phiếu thu vào')),
                ('valid', models.PositiveSmallIntegerField(null=True, verbose_name='số phiếu hợp lệ')),
                ('invalid', models.PositiveSmallIntegerField(null=True, verbose_name='số phiếu không hợp lệ')),
                ('opened_at', models.DateTimeField(verbose_name='mở lúc')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='xong lúc')),
                ('items', models.ManyToManyField(related_name='rounds', to='councils.sessionitem')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='councils.councilsession')),
            ],
            options={
                'verbose_name': 'lượt bỏ phiếu',
                'verbose_name_plural': 'lượt bỏ phiếu',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('session', 'number'), name='one_round_of_a_number'), models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('session',), name='one_open_round', violation_error_message='Phiên họp đang có một lượt bỏ phiếu chưa đóng.'), models.CheckConstraint(condition=models.Q(('issued__isnull', True), models.Q(('issued__gte', models.F('returned')), ('returned', django.db.models.expressions.CombinedExpression(models.F('valid'), '+', models.F('invalid')))), _connector='OR'), name='ballots_add_up', violation_error_message='Phiếu thu vào phải bằng hợp lệ cộng không hợp lệ.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'counted'), _negated=True), models.Q(('ended_at__isnull', False), ('issued__isnull', False)), _connector='OR'), name='counted_needs_numbers', violation_error_message='Kiểm phiếu xong phải có số phiếu.')],
            },
        ),
        migrations.CreateModel(
            name='SealedBallot',
            fields=[
                ('key', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('choice', models.CharField(choices=[('yes', 'Đồng ý'), ('no', 'Không đồng ý')], max_length=3)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.sessionitem')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='councils.votinground')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoundVoter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('voted_at', models.DateTimeField(verbose_name='bỏ phiếu lúc')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.councilmember')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voters', to='councils.votinground')),
            ],
            options={
                'ordering': ['member__order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('round', 'member'), name='one_vote_each', violation_error_message='Mỗi người một phiếu.')],
            },
        ),
        migrations.CreateModel(
            name='RoundCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('yes', models.PositiveSmallIntegerField(verbose_name='đồng ý')),
                ('no', models.PositiveSmallIntegerField(verbose_name='không đồng ý')),
                ('blank', models.PositiveSmallIntegerField(verbose_name='không hợp lệ')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='councils.sessionitem')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counts', to='councils.votinground')),
            ],
            options={
                'ordering': ['item__group', 'item__order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('round', 'item'), name='one_count_each')],
            },
        ),
        migrations.CreateModel(
            name='CountedBallot',
            fields=[
                ('key', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('choice', models.CharField(choices=[('yes', 'Đồng ý'), ('no', 'Không đồng ý')], max_length=3)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.sessionitem')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='councils.votinground')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
