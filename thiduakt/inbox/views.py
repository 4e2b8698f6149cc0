from django.http import HttpResponse
def inbox(request): return HttpResponse("")
def notices_read(request): return HttpResponse("")
