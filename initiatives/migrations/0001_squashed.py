"""The tables as they stand, in one step: a new site need not walk the way they came.

A site that walked it up to the last of `replaces` has nothing to do; one in between first goes there
with the release that still had those steps.
"""

import django.db.models.deletion
import django.utils.timezone
import thiduakt.vietnamese.fields
from django.conf import settings
from django.db import migrations, models

from thiduakt.events import ddl

# What is told in these tables cannot be changed or removed, whoever asks.
forwards, backwards = ddl.migration(
    "initiatives_initiativeevent",
)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('initiatives', '0001_initial'),
        ('initiatives', '0002_append_only'),
        ('initiatives', '0003_sheet_without_reuse'),
    ]

    dependencies = [
        ('campaigns', '0001_squashed'),
        ('councils', '0001_squashed'),
        ('documents', '0001_squashed'),
        ('units', '0001_squashed'),
    ]

    operations = [
        migrations.CreateModel(
            name='ScoreSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tên')),
                ('pass_points', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='điểm bình quân để được đề nghị công nhận')),
                ('citation', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=300, verbose_name='căn cứ')),
                ('valid_from', models.DateField(verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('unit', models.ForeignKey(blank=True, help_text='Để trống: dùng cho mọi nơi chưa có phiếu riêng.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='score_sheets', to='units.unit', verbose_name='của đơn vị')),
            ],
            options={
                'verbose_name': 'phiếu chấm sáng kiến',
                'verbose_name_plural': 'phiếu chấm sáng kiến',
                'ordering': ['unit', '-valid_from'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='sheet_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.'), models.CheckConstraint(condition=models.Q(('pass_points__gt', 0)), name='sheet_has_a_mark_to_pass', violation_error_message='Điểm để được đề nghị công nhận phải lớn hơn 0.'), models.UniqueConstraint(models.F('unit'), models.F('valid_from'), name='one_sheet_from_a_day', violation_error_message='Đơn vị đã có phiếu chấm từ ngày này.')],
            },
        ),
        migrations.CreateModel(
            name='Initiative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=300, verbose_name='tên sáng kiến')),
                ('field', thiduakt.vietnamese.fields.TextLine(max_length=150, verbose_name='lĩnh vực áp dụng')),
                ('kind', models.CharField(choices=[('ky_thuat', 'Giải pháp kỹ thuật'), ('quan_ly', 'Giải pháp quản lý'), ('tac_nghiep', 'Giải pháp tác nghiệp'), ('ung_dung', 'Ứng dụng tiến bộ kỹ thuật')], default='quan_ly', max_length=20, verbose_name='loại giải pháp')),
                ('applied_on', models.DateField(blank=True, null=True, verbose_name='áp dụng lần đầu hoặc áp dụng thử từ ngày')),
                ('investor', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='chủ đầu tư tạo ra sáng kiến')),
                ('known_state', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='tình trạng giải pháp đã biết')),
                ('content', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='nội dung giải pháp, tính mới')),
                ('applicability', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='khả năng áp dụng')),
                ('conditions', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='điều kiện cần thiết để áp dụng')),
                ('benefits', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='lợi ích thu được')),
                ('testers', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='người tham gia áp dụng thử')),
                ('secrets', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='thông tin cần bảo mật')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('state', models.CharField(choices=[('draft', 'Đang soạn đăng ký'), ('registered', 'Đã đăng ký, chờ mô tả'), ('submitted', 'Đã nộp cho đơn vị'), ('unit_changes', 'Đơn vị yêu cầu bổ sung'), ('forwarded', 'Đơn vị đã gửi lên'), ('changes_requested', 'Nơi xét yêu cầu bổ sung'), ('received', 'Đã tiếp nhận'), ('in_council', 'Hội đồng chấm điểm'), ('council_approved', 'Hội đồng đề nghị công nhận'), ('not_recognised', 'Không được công nhận'), ('recognised', 'Được công nhận'), ('scope_recognised', 'Đã công nhận phạm vi ảnh hưởng'), ('withdrawn', 'Đã rút')], default='draft', max_length=20, verbose_name='trạng thái')),
                ('registered_at', models.DateTimeField(blank=True, null=True, verbose_name='đăng ký lúc')),
                ('points', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='điểm bình quân')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='lập lúc')),
                ('search_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=True, default='', editable=False, kind='search', max_length=400, source='name')),
                ('content_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=False, default='', editable=False, kind='search', max_length=20000, source='known_state content')),
                ('campaign', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='campaigns.campaign', verbose_name='kế hoạch')),
                ('created_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='documents.issueddocument', verbose_name='quyết định')),
                ('item', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiative', to='councils.sessionitem', verbose_name='mục họp')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='initiatives_reviewed', to='units.unit', verbose_name='nơi xét, công nhận')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='units.unit', verbose_name='đơn vị')),
                ('sheet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scored', to='initiatives.scoresheet', verbose_name='phiếu chấm')),
            ],
            options={
                'verbose_name': 'sáng kiến',
                'verbose_name_plural': 'sáng kiến',
                'ordering': ['-year', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['recognised', 'scope_recognised']), _negated=True), ('decision__isnull', False), _connector='OR'), name='recognised_needs_decision', violation_error_message='Sáng kiến được công nhận phải có quyết định.')],
            },
        ),
        migrations.CreateModel(
            name='InitiativeFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('minh_chung', 'Minh chứng kết quả'), ('ap_dung', 'Xác nhận áp dụng, áp dụng thử'), ('don_ky', 'Đơn yêu cầu công nhận đã ký tay')], default='minh_chung', max_length=20, verbose_name='là gì')),
                ('added_at', models.DateTimeField(verbose_name='thêm lúc')),
                ('removed_at', models.DateTimeField(blank=True, null=True, verbose_name='bỏ lúc')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='initiatives.initiative')),
            ],
            options={
                'verbose_name': 'tệp của sáng kiến',
                'verbose_name_plural': 'tệp của sáng kiến',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ScoreRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tiêu chí')),
                ('guide', thiduakt.vietnamese.fields.TextBlock(blank=True, verbose_name='cách cho điểm')),
                ('max_points', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='điểm tối đa')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='initiatives.scoresheet')),
            ],
            options={
                'verbose_name': 'tiêu chí chấm',
                'verbose_name_plural': 'tiêu chí chấm',
                'ordering': ['order', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('max_points__gt', 0)), name='score_row_has_points', violation_error_message='Điểm tối đa phải lớn hơn 0.')],
            },
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('share', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='tỷ lệ đóng góp (%)')),
                ('position', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=300, verbose_name='chức vụ, nơi công tác')),
                ('signed_at', models.DateTimeField(blank=True, null=True, verbose_name='ký lúc')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authorships', to='units.person', verbose_name='tác giả')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authors', to='initiatives.initiative')),
            ],
            options={
                'verbose_name': 'tác giả sáng kiến',
                'verbose_name_plural': 'tác giả sáng kiến',
                'ordering': ['order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('initiative', 'person'), name='one_authorship_each', violation_error_message='Người này đã là tác giả của sáng kiến.'), models.CheckConstraint(condition=models.Q(('share__gt', 0), ('share__lte', 100)), name='share_is_a_percentage', violation_error_message='Tỷ lệ đóng góp phải lớn hơn 0% và không quá 100%.')],
            },
        ),
        migrations.CreateModel(
            name='InitiativeEvent',
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
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='initiatives.initiative')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('initiative', 'seq'), name='initiative_event_order')],
            },
        ),
        migrations.CreateModel(
            name='Recognition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('co_so', 'Cơ sở'), ('tinh', 'Bộ, tỉnh'), ('toan_quoc', 'Toàn quốc')], max_length=20, verbose_name='phạm vi ảnh hưởng')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='số thứ tự')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recognitions', to='documents.issueddocument', verbose_name='văn bản')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recognitions', to='initiatives.initiative')),
            ],
            options={
                'verbose_name': 'công nhận sáng kiến',
                'verbose_name_plural': 'công nhận sáng kiến',
                'ordering': ['initiative', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('initiative', 'scope'), name='one_recognition_of_a_scope', violation_error_message='Phạm vi này đã được ghi công nhận.')],
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('points', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='điểm')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='councils.sessionitem')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='councils.councilmember')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='initiatives.scorerow')),
            ],
            options={
                'verbose_name': 'điểm chấm',
                'verbose_name_plural': 'điểm chấm',
                'ordering': ['item', 'member', 'row'],
                'constraints': [models.UniqueConstraint(fields=('item', 'member', 'row'), name='one_score_each'), models.CheckConstraint(condition=models.Q(('points__gte', 0)), name='member_points_not_negative')],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
