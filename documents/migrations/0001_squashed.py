"""The tables as they stand, in one step: a new site need not walk the way they came.

A site that walked it up to the last of `replaces` has nothing to do; one in between first goes there
with the release that still had those steps.
"""

import django.db.models.deletion
import documents.models.register
import thiduakt.vietnamese.fields
from django.conf import settings
from django.db import migrations, models

from thiduakt.events import ddl

# What is told in these tables cannot be changed or removed, whoever asks.
forwards, backwards = ddl.migration(
    "documents_documentevent",
)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('documents', '0001_initial'),
        ('documents', '0002_append_only'),
        ('documents', '0003_later_papers_and_signed_copies'),
        ('documents', '0004_act_scan'),
        ('documents', '0005_partly_annulled'),
    ]

    dependencies = [
        ('units', '0001_squashed'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.FileField(upload_to='tep/')),
                ('original_name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField(verbose_name='số byte')),
                ('sha256', models.CharField(max_length=64)),
                ('pages', models.PositiveIntegerField(null=True)),
                ('uploaded_at', models.DateTimeField(auto_now_add=True)),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'tệp',
                'verbose_name_plural': 'tệp',
            },
        ),
        migrations.CreateModel(
            name='IssuedDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('KH', 'Kế hoạch'), ('TTr', 'Tờ trình'), ('BB', 'Biên bản'), ('QĐ', 'Quyết định'), ('CV', 'Công văn'), ('TB', 'Thông báo'), ('HD', 'Hướng dẫn'), ('VB', 'Văn bản khác')], max_length=4, verbose_name='loại')),
                ('origin', models.CharField(choices=[('ours', 'Lập trên hệ thống'), ('received', 'Nhận từ nơi khác'), ('historic', 'Có trước hệ thống')], default='ours', max_length=10, verbose_name='nguồn')),
                ('state', models.CharField(choices=[('prepared', 'Dự thảo trình ký'), ('approved', 'Đã duyệt, chờ số'), ('issued', 'Đã ban hành'), ('discarded', 'Đã bỏ dự thảo')], default='prepared', max_length=10, verbose_name='trạng thái')),
                ('title', thiduakt.vietnamese.fields.TextLine(max_length=500, verbose_name='trích yếu')),
                ('number', models.PositiveIntegerField(editable=False, null=True, verbose_name='số')),
                ('symbol', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=40, verbose_name='ký hiệu')),
                ('place', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=60, verbose_name='địa danh')),
                ('issued_on', models.DateField(null=True, verbose_name='ngày ban hành')),
                ('signature_lines', models.JSONField(default=list, verbose_name='quyền hạn, chức vụ')),
                ('signer_name', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=100, verbose_name='người ký')),
                ('template', models.CharField(blank=True, max_length=60)),
                ('template_version', models.CharField(blank=True, max_length=20)),
                ('snapshot', models.JSONField(default=dict)),
                ('pdf', models.FileField(blank=True, upload_to='van-ban/')),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('pages', models.PositiveIntegerField(null=True)),
                ('lookup_code', models.CharField(max_length=40, null=True, unique=True)),
                ('prepared_at', models.DateTimeField(auto_now_add=True)),
                ('reference_as_written', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=60, verbose_name='số, ký hiệu ghi trên văn bản')),
                ('issuer_as_written', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='cơ quan ban hành')),
                ('search_key', thiduakt.vietnamese.fields.KeyField(blank=True, db_index=False, default='', editable=False, kind='search', max_length=900, source='title signer_name issuer_as_written reference_as_written symbol')),
                ('body_key', documents.models.register.BodyKey(blank=True, editable=False)),
                ('prepared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.person', verbose_name='người ký')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='units.unit', verbose_name='cơ quan ban hành')),
                ('signed_copy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='bản đã ký')),
            ],
            options={
                'verbose_name': 'văn bản',
                'verbose_name_plural': 'văn bản',
                'ordering': ['-issued_on', '-number', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('origin', 'ours'), ('state', 'issued'), _negated=True), models.Q(('issued_on__isnull', False), ('number__isnull', False)), _connector='OR'), name='issued_needs_number_and_day', violation_error_message='Văn bản đã ban hành phải có số và ngày.'), models.CheckConstraint(condition=models.Q(('number__isnull', True), ('state', 'issued'), _connector='OR'), name='draft_has_no_number', violation_error_message='Dự thảo chưa được mang số.')],
            },
        ),
        migrations.CreateModel(
            name='RenderJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Chờ in'), ('done', 'Đã in'), ('failed', 'In không được')], default='waiting', max_length=10)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('error', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='job', to='documents.issueddocument')),
            ],
            options={
                'verbose_name': 'việc in',
                'verbose_name_plural': 'việc in',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ActScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='scan', to='units.unitact')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
            ],
            options={
                'verbose_name': 'bản chụp quyết định tổ chức',
                'verbose_name_plural': 'bản chụp quyết định tổ chức',
            },
        ),
        migrations.CreateModel(
            name='DocumentReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='units.person')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='units.unit')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='documents.issueddocument')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('unit__isnull', True), ('person__isnull', True), _connector='XOR'), name='reader_is_unit_or_person')],
            },
        ),
        migrations.CreateModel(
            name='DocumentLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('corrects', 'đính chính'), ('replaces', 'thay thế'), ('withdraws', 'thu hồi'), ('annuls', 'hủy bỏ một phần')], max_length=10, verbose_name='làm gì')),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='does', to='documents.issueddocument', verbose_name='văn bản sau')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='documents.issueddocument', verbose_name='văn bản trước')),
            ],
            options={
                'verbose_name': 'liên kết văn bản',
                'verbose_name_plural': 'liên kết văn bản',
                'ordering': ['document__issued_on', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('document', 'target'), name='one_link_of_two_papers', violation_error_message='Hai văn bản này đã được liên kết.'), models.CheckConstraint(condition=models.Q(('document', models.F('target')), _negated=True), name='paper_does_not_link_to_itself', violation_error_message='Một văn bản không tự đính chính, thay thế hay thu hồi chính nó.')],
            },
        ),
        migrations.CreateModel(
            name='DocumentEvent',
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
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='documents.issueddocument')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('document', 'seq'), name='document_event_order')],
            },
        ),
        migrations.CreateModel(
            name='NumberSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('KH', 'Kế hoạch'), ('TTr', 'Tờ trình'), ('BB', 'Biên bản'), ('QĐ', 'Quyết định'), ('CV', 'Công văn'), ('TB', 'Thông báo'), ('HD', 'Hướng dẫn'), ('VB', 'Văn bản khác')], max_length=4, verbose_name='loại văn bản')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('last_number', models.PositiveIntegerField(default=0, verbose_name='số cuối')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='series', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'sổ đăng ký văn bản đi',
                'verbose_name_plural': 'sổ đăng ký văn bản đi',
                'ordering': ['-year', 'unit', 'kind'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'kind', 'year'), name='one_series_a_year', violation_error_message='Đã có sổ này trong năm.')],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
